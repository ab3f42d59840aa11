"""Names of administrative procedures from a grammar: as many as a country has, all different, the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.search import SearchEntry
from kiosk.domain.folding import fold

WITH_SYNONYMS = 0.4
QUALIFIED = 0.75
LEVELS = (
    "",
    "tại cấp xã",
    "thuộc thẩm quyền của cấp tỉnh",
    "thuộc thẩm quyền của Bộ",
    "do Ủy ban nhân dân cấp xã thực hiện",
    "do Sở thực hiện",
)
EVERYDAY_ACTIONS = {
    "Cấp": ("xin", "làm"),
    "Cấp lại": ("làm lại", "mất"),
    "Cấp đổi": ("đổi",),
    "Gia hạn": ("gia hạn", "hết hạn"),
    "Điều chỉnh": ("sửa",),
    "Thu hồi": ("trả lại",),
    "Đăng ký": ("đăng ký", "làm"),
    "Đăng ký lại": ("làm lại",),
    "Hủy": ("hủy", "bỏ"),
    "Xác nhận": ("xác nhận",),
    "Đề nghị": ("xin",),
    "Công nhận": ("công nhận",),
    "Thẩm định": ("duyệt",),
    "Tạm dừng": ("ngưng",),
    "Chuyển": ("chuyển",),
}


@dataclass(frozen=True, slots=True)
class Area:
    """What is done to what, in which case. ``objects`` are official names with an everyday name, where there is one."""

    actions: tuple[str, ...]
    objects: tuple[tuple[str, str], ...]
    cases: tuple[str, ...]


def _area(actions: str, objects: str, cases: str) -> Area:
    pairs = [line.strip().partition(" = ") for line in objects.strip().splitlines()]
    return Area(
        tuple(action.strip() for action in actions.split(",")),
        tuple((official, everyday) for official, _, everyday in pairs),
        tuple(line.strip() for line in cases.strip().splitlines()),
    )


_PERMIT = "Cấp, Cấp lại, Cấp đổi, Gia hạn, Điều chỉnh, Thu hồi"
_REGISTER = "Đăng ký, Đăng ký lại, Hủy, Xác nhận, Điều chỉnh"
_SUPPORT = "Đề nghị, Xác nhận, Điều chỉnh, Tạm dừng, Chuyển"

AREAS = (
    _area(
        _REGISTER,
        """việc giám hộ cử = người giám hộ
        việc giám hộ đương nhiên = giám hộ cho cháu mồ côi
        việc chấm dứt giám hộ = thôi giám hộ
        việc nhận cha, mẹ, con = nhận con
        việc nuôi con nuôi trong nước = nhận con nuôi
        việc nuôi con nuôi có yếu tố nước ngoài = người nước ngoài nhận con nuôi
        khai sinh lưu động
        khai sinh kết hợp nhận cha, mẹ, con
        khai sinh cho người đã có hồ sơ, giấy tờ cá nhân
        kết hôn lưu động
        khai tử lưu động
        giám sát việc giám hộ
        ghi vào Sổ hộ tịch việc ly hôn ở nước ngoài = ghi chú ly hôn
        ghi vào Sổ hộ tịch việc kết hôn ở nước ngoài = ghi chú kết hôn nước ngoài
        quốc tịch Việt Nam = nhập quốc tịch
        thôi quốc tịch Việt Nam = bỏ quốc tịch
        hợp đồng, giao dịch được chứng thực = hợp đồng có chứng thực
        di chúc được chứng thực = di chúc
        văn bản từ chối nhận di sản = giấy từ chối thừa kế""",
        """có yếu tố nước ngoài
        tại khu vực biên giới
        cho người Việt Nam định cư ở nước ngoài
        tại Cơ quan đại diện
        cho người khuyết tật
        cho người không quốc tịch
        trong trường hợp Sổ hộ tịch bị mất
        cho người dân tộc thiểu số
        đối với vùng sâu, vùng xa
        qua dịch vụ bưu chính""",
    ),
    _area(
        _REGISTER + ", Cấp, Cấp lại, Gia hạn",
        """lưu trú tại cơ sở lưu trú = ở khách sạn
        thông tin về cư trú = giấy xác nhận nơi ở
        khai báo tạm vắng = đi vắng dài ngày
        nơi cư trú của người không có nơi thường trú = không nhà cửa
        thẻ tạm trú cho người nước ngoài = thẻ ở Việt Nam cho người nước ngoài
        thị thực cho người nước ngoài = visa
        hộ chiếu phổ thông trong nước = hộ chiếu
        hộ chiếu không gắn chip = hộ chiếu thường
        giấy thông hành biên giới = giấy qua biên giới
        thẻ căn cước cho người từ đủ 14 tuổi trở lên = thẻ căn cước người lớn
        thẻ căn cước cho người dưới 6 tuổi = thẻ căn cước em bé
        giấy chứng nhận căn cước = giấy căn cước người gốc Việt
        số định danh cá nhân = số mười hai số
        tài khoản định danh điện tử mức độ 2 = tài khoản VNeID
        con dấu của cơ quan, tổ chức = con dấu
        cơ sở đủ điều kiện về an ninh, trật tự = giấy an ninh trật tự
        vũ khí thô sơ = dao kiếm
        pháo hoa để kinh doanh = bán pháo bông""",
        """cho trẻ em
        cho người cao tuổi
        tại nơi ở mới
        theo diện hộ gia đình
        qua ứng dụng điện tử
        cho người chấp hành xong án phạt tù
        cho học sinh, sinh viên nội trú
        cho người lao động tại khu công nghiệp
        trong trường hợp hết thời hạn
        trong trường hợp bị hư hỏng
        trong trường hợp thay đổi thông tin""",
    ),
    _area(
        _SUPPORT,
        """trợ cấp thất nghiệp = tiền thất nghiệp
        chế độ thai sản = tiền sanh con
        chế độ ốm đau = tiền nghỉ bệnh
        lương hưu hằng tháng = lương hưu
        bảo hiểm xã hội một lần = rút bảo hiểm một cục
        chế độ tử tuất = tiền tuất
        trợ cấp tai nạn lao động = tiền tai nạn
        đóng bảo hiểm xã hội tự nguyện = mua bảo hiểm xã hội tự nguyện
        đóng bảo hiểm y tế theo hộ gia đình = mua bảo hiểm hộ gia đình
        trợ cấp xã hội hằng tháng = tiền người già
        hỗ trợ chi phí mai táng = tiền mai táng
        giấy xác nhận khuyết tật = giấy khuyết tật
        hộ nghèo, hộ cận nghèo = sổ hộ nghèo
        trợ cấp người có công với cách mạng = tiền người có công
        chế độ đối với thương binh = sổ thương binh
        chế độ đối với thân nhân liệt sĩ = tiền liệt sĩ
        trợ cấp nuôi dưỡng tại cơ sở bảo trợ xã hội = vô nhà dưỡng lão
        hỗ trợ học nghề = học nghề miễn phí
        vay vốn giải quyết việc làm = vay vốn làm ăn""",
        """đối với người cao tuổi từ đủ 75 tuổi
        đối với trẻ em mồ côi
        đối với người đơn thân nuôi con
        đối với lao động nữ
        đối với người bị nhiễm chất độc hóa học
        đối với cán bộ không chuyên trách
        khi thay đổi nơi cư trú
        khi chuyển nơi hưởng
        đối với người nhiễm HIV
        đối với người lao động đi làm việc ở nước ngoài
        đối với thanh niên xung phong""",
    ),
    _area(
        _PERMIT + ", Thẩm định",
        """việc tách thửa đất = tách thửa
        việc hợp thửa đất = gộp đất
        chuyển mục đích sử dụng đất = lên thổ cư
        việc thuê đất của Nhà nước = thuê đất
        quyền sử dụng khu vực biển = nuôi trồng ngoài biển
        thế chấp quyền sử dụng đất = thế chấp sổ
        xóa thế chấp quyền sử dụng đất = giải chấp sổ
        trích đo địa chính thửa đất = đo đất
        thông tin, dữ liệu đất đai = hỏi quy hoạch
        giấy phép khai thác nước dưới đất = khoan giếng
        giấy phép xả nước thải = xả nước thải
        giấy phép khai thác khoáng sản = khai thác cát
        giấy phép môi trường = giấy môi trường
        giấy phép xây dựng nhà ở riêng lẻ = xây nhà
        giấy phép xây dựng công trình không theo tuyến = xây công trình
        giấy phép di dời công trình = dời nhà
        chứng chỉ hành nghề hoạt động xây dựng = chứng chỉ xây dựng
        số nhà = biển số nhà
        việc bồi thường, hỗ trợ, tái định cư = tiền đền bù đất""",
        """của hộ gia đình, cá nhân
        của cộng đồng dân cư
        của tổ chức kinh tế
        đối với đất trồng lúa
        đối với đất rừng sản xuất
        trong khu dân cư nông thôn
        trong khu công nghệ cao
        trong hành lang bảo vệ đê điều
        đối với công trình cấp đặc biệt
        do ảnh hưởng của thiên tai
        theo bản án của Tòa án
        do sai sót trong hồ sơ đo đạc""",
    ),
    _area(
        _PERMIT + ", Đăng ký, Tạm dừng",
        """thành lập doanh nghiệp tư nhân = mở công ty
        thành lập công ty cổ phần = công ty cổ phần
        thành lập hợp tác xã = hợp tác xã
        thành lập tổ hợp tác = tổ hợp tác
        giải thể doanh nghiệp = dẹp công ty
        chi nhánh, văn phòng đại diện = mở chi nhánh
        giấy phép bán lẻ rượu = bán rượu
        giấy phép bán lẻ thuốc lá = bán thuốc lá
        giấy chứng nhận đủ điều kiện bán lẻ xăng dầu = bán xăng
        giấy chứng nhận đủ điều kiện kinh doanh khí = bán gas
        giấy phép kinh doanh karaoke = mở karaoke
        giấy phép kinh doanh dịch vụ lữ hành = làm du lịch
        hạng cơ sở lưu trú du lịch = hạng khách sạn
        thẻ hướng dẫn viên du lịch = thẻ hướng dẫn viên
        mã số thuế cá nhân = mã số thuế
        miễn, giảm thuế sử dụng đất = giảm thuế đất
        hóa đơn điện tử theo từng lần phát sinh = mua hóa đơn
        nhãn hiệu hàng hóa = thương hiệu
        mã số, mã vạch = mã vạch
        giấy chứng nhận xuất xứ hàng hóa = giấy xuất xứ
        hoạt động khuyến mại = khuyến mãi""",
        """của doanh nghiệp nhỏ và vừa
        có vốn đầu tư nước ngoài
        tại khu kinh tế cửa khẩu
        trên sàn thương mại điện tử
        trong trường hợp bị mất, bị hỏng
        khi thay đổi người đại diện theo pháp luật
        khi thay đổi địa chỉ trụ sở
        đối với hàng xuất khẩu
        đối với hàng nhập khẩu
        tại chợ hạng 3
        theo ủy quyền""",
    ),
    _area(
        _PERMIT + ", Đăng ký, Thẩm định",
        """giấy phép lái xe quốc tế = bằng lái quốc tế
        giấy phép xe tập lái = xe tập lái
        giấy phép đào tạo lái xe ô tô = mở trường dạy lái
        đăng ký xe mô tô, xe gắn máy = cà vẹt xe máy
        đăng ký xe ô tô = cà vẹt xe hơi
        biển số xe trúng đấu giá = biển số đấu giá
        sang tên, di chuyển xe = sang tên xe
        phù hiệu xe chạy hợp đồng = phù hiệu xe
        giấy phép kinh doanh vận tải = chạy xe khách
        giấy chứng nhận kiểm định an toàn kỹ thuật xe cơ giới = đăng kiểm xe
        phương tiện thủy nội địa = giấy tờ ghe
        bằng thuyền trưởng = bằng lái tàu
        chứng chỉ lái phương tiện thủy = bằng lái ghe
        bến khách ngang sông = bến đò
        tàu cá = giấy tàu cá
        giấy phép khai thác thủy sản = đi biển đánh cá
        giấy phép lưu hành xe quá tải trọng = xe quá tải
        đấu nối tạm vào quốc lộ = mở đường ra quốc lộ
        thi công công trình thiết yếu trên đường bộ = đào đường""",
        """thay đổi chủ sở hữu
        chuyển từ tỉnh khác đến
        có thiết bị chuyên dùng
        dưới 12 chỗ ngồi
        hoạt động trên đường thủy quốc gia
        có chiều dài từ 12 mét trở lên
        dùng cho người khuyết tật
        của cơ quan ngoại giao
        trong thời gian hạn chế lưu thông
        do thay đổi màu sơn
        do hết niên hạn sử dụng""",
    ),
    _area(
        _PERMIT + ", Công nhận, Thẩm định",
        """giấy phép hoạt động phòng khám đa khoa = mở phòng khám
        giấy phép hành nghề khám bệnh, chữa bệnh = chứng chỉ bác sĩ
        giấy phép hoạt động phòng chẩn trị y học cổ truyền = tiệm thuốc bắc
        giấy phép hoạt động nhà hộ sinh = nhà bảo sanh
        chứng chỉ hành nghề dược = bằng dược sĩ
        giấy chứng nhận đủ điều kiện kinh doanh dược = mở tiệm thuốc tây
        giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm = giấy an toàn thực phẩm
        bản công bố sản phẩm thực phẩm = công bố thực phẩm
        giấy khám sức khỏe = khám sức khỏe
        giấy chứng sinh = giấy chứng sanh
        giấy giám định y khoa = giám định sức khỏe
        mỹ phẩm = công bố mỹ phẩm
        cơ sở đủ điều kiện tiêm chủng = điểm chích ngừa
        trang thiết bị y tế loại A = máy móc y tế
        bài thuốc gia truyền = thuốc gia truyền
        phòng xét nghiệm an toàn sinh học = phòng xét nghiệm
        lương y = thầy thuốc nam
        kỹ thuật hỗ trợ sinh sản = thụ tinh nhân tạo""",
        """của nhân viên y tế thôn bản
        trong lĩnh vực răng hàm mặt
        trong lĩnh vực mắt
        đối với thức ăn đường phố
        đối với bếp ăn tập thể
        đối với cơ sở sản xuất nước uống đóng chai
        khi thay đổi người chịu trách nhiệm chuyên môn
        khi thay đổi quy mô
        theo hình thức xét hồ sơ
        đối với người nước ngoài
        phục vụ phòng, chống dịch""",
    ),
    _area(
        "Cấp, Cấp lại, Công nhận, Đề nghị, Chuyển, Điều chỉnh, Thẩm định, Tạm dừng",
        """thành lập trường mầm non tư thục = mở trường mẫu giáo
        thành lập nhóm trẻ độc lập = mở nhóm giữ trẻ
        thành lập trường tiểu học = trường cấp một
        thành lập trung tâm ngoại ngữ, tin học = mở trung tâm anh văn
        hoạt động dạy thêm, học thêm = dạy thêm
        học sinh trung học cơ sở = chuyển trường cấp hai
        học sinh trung học phổ thông = chuyển trường cấp ba
        xét tuyển vào lớp 10 = thi vô lớp mười
        bản sao văn bằng, chứng chỉ từ sổ gốc = bản sao bằng tốt nghiệp
        nội dung văn bằng, chứng chỉ = bằng tốt nghiệp sai tên
        văn bằng do nước ngoài cấp = bằng nước ngoài
        miễn, giảm học phí = giảm học phí
        hỗ trợ chi phí học tập = tiền học cho con
        học bổng chính sách = học bổng
        trường đạt chuẩn quốc gia = trường chuẩn
        xóa mù chữ = lớp xóa mù chữ
        hỗ trợ ăn trưa cho trẻ mẫu giáo = tiền ăn trưa mẫu giáo
        cơ sở giáo dục nghề nghiệp = trường nghề""",
        """là người dân tộc thiểu số rất ít người
        thuộc hộ nghèo
        tại xã đặc biệt khó khăn
        học theo chế độ cử tuyển
        có quân nhân tại ngũ
        trong năm học mới
        học tập tại nước ngoài về
        bị khuyết tật
        tại khu chế xuất
        theo chương trình song ngữ
        có cha, mẹ là công nhân""",
    ),
    _area(
        _PERMIT + ", Đăng ký, Đề nghị",
        """cơ sở nuôi trồng thủy sản lồng bè = nuôi cá bè
        kê khai hoạt động chăn nuôi = nuôi heo
        giấy chứng nhận kiểm dịch động vật = kiểm dịch heo bò
        giấy chứng nhận vệ sinh thú y = giấy thú y
        chứng chỉ hành nghề thú y = bác sĩ thú y
        tiêm phòng dại cho chó, mèo = chích ngừa chó
        hỗ trợ thiệt hại do dịch bệnh = heo chết do dịch
        hỗ trợ khôi phục sản xuất sau thiên tai = lúa chết do hạn mặn
        chuyển đổi cơ cấu cây trồng trên đất lúa = lên vườn
        mã số vùng trồng = mã vùng trồng xoài
        giống cây trồng mới = giống lúa mới
        giấy phép buôn bán thuốc bảo vệ thực vật = bán thuốc trừ sâu
        giấy chứng nhận đủ điều kiện buôn bán phân bón = bán phân bón
        khai thác gỗ rừng trồng = đốn cây
        hộ gia đình làm kinh tế trang trại = làm trang trại
        sản phẩm đạt chuẩn OCOP = hàng OCOP
        bảo hiểm nông nghiệp = bảo hiểm lúa
        sử dụng nước từ công trình thủy lợi = xin nước tưới
        vận hành hồ chứa = hồ chứa nước""",
        """trên địa bàn hai xã trở lên
        quy mô nông hộ
        quy mô trang trại
        ở vùng nước nội địa
        theo tiêu chuẩn VietGAP
        phục vụ xuất khẩu
        đối với loài nguy cấp, quý, hiếm
        trong rừng phòng hộ
        bị ảnh hưởng bởi xâm nhập mặn
        theo chuỗi liên kết
        đối với cây lâu năm""",
    ),
    _area(
        "Đăng ký, Cấp, Cấp lại, Xác nhận, Đề nghị, Hủy, Công nhận",
        """nghĩa vụ quân sự lần đầu = đi nghĩa vụ
        tạm hoãn gọi nhập ngũ = hoãn nghĩa vụ
        dự bị động viên = quân dự bị
        sinh hoạt tôn giáo tập trung = nhóm cầu nguyện
        hoạt động tín ngưỡng = cúng đình
        lễ hội truyền thống = lễ hội làng
        danh hiệu gia đình văn hóa = gia đình văn hóa
        khen thưởng theo chuyên đề = bằng khen
        tặng Kỷ niệm chương = kỷ niệm chương
        thư viện cộng đồng = mở thư viện
        câu lạc bộ thể thao cơ sở = câu lạc bộ bóng đá
        biểu diễn nghệ thuật = tổ chức ca nhạc
        quảng cáo ngoài trời = treo bảng quảng cáo
        đại lý Internet công cộng = mở tiệm nét
        giải quyết khiếu nại lần đầu = khiếu nại
        giải quyết tố cáo = tố cáo
        tiếp công dân = gặp chủ tịch xã
        hòa giải tranh chấp đất đai = hòa giải đất đai
        trợ giúp pháp lý = luật sư miễn phí
        hòa giải viên ở cơ sở = làm hòa giải viên""",
        """của tổ chức phi lợi nhuận
        ngoài cơ sở tôn giáo đã đăng ký
        của người nước ngoài cư trú hợp pháp
        theo đợt hằng năm
        đột xuất
        cho tập thể
        cho cá nhân, hộ gia đình
        quy mô nhiều xã
        theo thủ tục đơn giản
        cho người có hoàn cảnh khó khăn
        trong thời bình""",
    ),
)


def generated_entries(count: int, seed: int) -> tuple[SearchEntry, ...]:
    """Return procedures whose folded names and synonyms are all different."""
    source = random.Random(seed)
    entries: dict[str, SearchEntry] = {}
    used: set[str] = set()
    for name, synonyms in _endless(source):
        if fold(name) in entries:
            continue
        fresh = tuple(synonym for synonym in synonyms if fold(synonym) not in used)
        used.update(map(fold, fresh))
        entries[fold(name)] = SearchEntry(f"{source.randint(4, 9)}.{200000 + len(entries)}", name, "", fresh)
        if len(entries) == count:
            break
    return tuple(entries.values())


def _endless(source: random.Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    while True:
        area = source.choice(AREAS)
        action, (thing, everyday) = source.choice(area.actions), source.choice(area.objects)
        case = source.choice(area.cases) if source.random() < QUALIFIED else ""
        name = " ".join(filter(None, (action, thing, case, source.choice(LEVELS))))
        synonyms = []
        if everyday and source.random() < WITH_SYNONYMS:
            plain_case = " ".join(case.split()[-3:])
            synonyms = [f"{source.choice(EVERYDAY_ACTIONS[action])} {everyday} {plain_case}".strip()]
        yield name, tuple(synonyms)
