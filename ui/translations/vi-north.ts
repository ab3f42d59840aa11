<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi-north" sourcelanguage="vi">
<context>
    <name>AskListScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Xong, về trang coi lại</source>
        <translation>Xong, về trang xem lại</translation>
    </message>
    <message>
        <source>Đã ghi, bấm để coi lại</source>
        <translation>Đã ghi, bấm để xem lại</translation>
    </message>
</context>
<context>
    <name>AskQuestionScreen</name>
    <message>
        <source>Xong, về trang coi lại</source>
        <translation>Xong, về trang xem lại</translation>
    </message>
</context>
<context>
    <name>AtDeskSheet</name>
    <message>
        <source>Máy này chưa làm được việc này. %1 làm liền cho Ông/Bà.</source>
        <translation>Máy này chưa làm được việc này. %1 làm ngay cho Ông/Bà.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>&lt;b&gt;Bấm lộn không sao,&lt;/b&gt; quay lại được liền. Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.</source>
        <translation>&lt;b&gt;Bấm nhầm không sao,&lt;/b&gt; quay lại được ngay. Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.</translation>
    </message>
    <message>
        <source>Bấm vô đây để bắt đầu</source>
        <translation>Bấm vào đây để bắt đầu</translation>
    </message>
</context>
<context>
    <name>CardReadScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Máy đọc thẻ như vầy, đúng chưa?</source>
        <translation>Máy đọc thẻ thế này, đúng chưa?</translation>
    </message>
</context>
<context>
    <name>CardReadyScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Đút thẻ vô khe, mặt có hình vuông chấm đen quay lên</source>
        <translation>Đút thẻ vào khe, mặt có hình vuông chấm đen quay lên</translation>
    </message>
    <message>
        <source>Để thẻ căn cước vô máy chụp</source>
        <translation>Để thẻ căn cước vào máy chụp</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Coi số</source>
        <translation>Xem số</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>Coi lại, đúng hết chưa?</source>
        <translation>Xem lại, đúng hết chưa?</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>ChoiceAnswer</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Coi trước</source>
        <translation>Xem trước</translation>
    </message>
</context>
<context>
    <name>ChooseEventScreen</name>
    <message>
        <source>Bấm vô việc của mình. Chưa gửi gì hết.</source>
        <translation>Bấm vào việc của mình. Chưa gửi gì hết.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Coi tất cả</source>
        <translation>Xem tất cả</translation>
    </message>
</context>
<context>
    <name>ChooseProcedureScreen</name>
    <message>
        <source>Bấm vô một ô để coi cần chuẩn bị gì. Chưa gửi gì hết.</source>
        <translation>Bấm vào một ô để xem cần chuẩn bị gì. Chưa gửi gì hết.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>DeclareScreen</name>
    <message>
        <source>Bấm vô ô cam đoan trước đã</source>
        <translation>Bấm vào ô cam đoan trước đã</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Bấm vô là đổi liền. Muốn như cũ thì bấm lại.</source>
        <translation>Bấm vào là đổi ngay. Muốn như cũ thì bấm lại.</translation>
    </message>
    <message>
        <source>Dễ coi, dễ bấm</source>
        <translation>Dễ xem, dễ bấm</translation>
    </message>
</context>
<context>
    <name>DossierFoundScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Người khác có phiếu là coi được hồ sơ.</source>
        <translation>Người khác có phiếu là xem được hồ sơ.</translation>
    </message>
    <message>
        <source>Tôi coi xong rồi</source>
        <translation>Tôi xem xong rồi</translation>
    </message>
</context>
<context>
    <name>GuideScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Có người ra liền, Ông/Bà chờ chút</source>
        <translation>Có người ra ngay, Ông/Bà chờ chút</translation>
    </message>
</context>
<context>
    <name>HelperBar</name>
    <message>
        <source>Kêu người giúp</source>
        <translation>Gọi người giúp</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Bấm vô một ô. Bấm lộn không sao, quay lại được.</source>
        <translation>Bấm vào một ô. Bấm nhầm không sao, quay lại được.</translation>
    </message>
    <message>
        <source>Coi hồ sơ của tôi tới đâu</source>
        <translation>Xem hồ sơ của tôi tới đâu</translation>
    </message>
    <message>
        <source>Giấy làm xong, tới lấy</source>
        <translation>Giấy làm xong, đến lấy</translation>
    </message>
</context>
<context>
    <name>IdentifyScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Có thẻ căn cước thì khỏi phải gõ.</source>
        <translation>Có thẻ căn cước thì không cần gõ.</translation>
    </message>
    <message>
        <source>Nhanh nhất. Chụp xong lấy thẻ lại liền.</source>
        <translation>Nhanh nhất. Chụp xong lấy thẻ lại ngay.</translation>
    </message>
</context>
<context>
    <name>IdleSheet</name>
    <message>
        <source>Lâu không bấm, máy sẽ tự xóa thông tin để người sau không coi được.</source>
        <translation>Lâu không bấm, máy sẽ tự xóa thông tin để người sau không xem được.</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Chưa, coi tiếp</source>
        <translation>Chưa, xem tiếp</translation>
    </message>
    <message>
        <source>Ông/Bà coi xong rồi?</source>
        <translation>Ông/Bà xem xong rồi?</translation>
    </message>
</context>
<context>
    <name>LookingUpScreen</name>
    <message>
        <source>Máy hỏi Cổng coi hồ sơ của Ông/Bà làm tới đâu rồi.</source>
        <translation>Máy hỏi Cổng xem hồ sơ của Ông/Bà làm tới đâu rồi.</translation>
    </message>
</context>
<context>
    <name>NoDossierScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Không được nữa thì kêu người giúp</source>
        <translation>Không được nữa thì gọi người giúp</translation>
    </message>
    <message>
        <source>Người khác có phiếu là coi được hồ sơ.</source>
        <translation>Người khác có phiếu là xem được hồ sơ.</translation>
    </message>
</context>
<context>
    <name>NotSavedScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Không được nữa thì kêu người giúp</source>
        <translation>Không được nữa thì gọi người giúp</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Coi bản đầy đủ</source>
        <translation>Xem bản đầy đủ</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>%1. Bấm vô giấy đó để chụp.</source>
        <translation>%1. Bấm vào giấy đó để chụp.</translation>
    </message>
    <message>
        <source>Bấm vô giấy nào thì chụp giấy đó.</source>
        <translation>Bấm vào giấy nào thì chụp giấy đó.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>PractisedScreen</name>
    <message>
        <source>Bấm “Làm thật liền” rồi chọn việc</source>
        <translation>Bấm “Làm thật ngay” rồi chọn việc</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Làm thật liền</source>
        <translation>Làm thật ngay</translation>
    </message>
    <message>
        <source>Máy hỏi từng câu, Ông/Bà bấm trả lời. Bấm lộn thì quay lại được.</source>
        <translation>Máy hỏi từng câu, Ông/Bà bấm trả lời. Bấm nhầm thì quay lại được.</translation>
    </message>
</context>
<context>
    <name>PrintPaperScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>QrBoardScreen</name>
    <message>
        <source>Coi các mã khác</source>
        <translation>Xem các mã khác</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Lấy điện thoại chụp mã. Bấm vô mã để coi lớn.</source>
        <translation>Lấy điện thoại chụp mã. Bấm vào mã để xem lớn.</translation>
    </message>
</context>
<context>
    <name>ReviewPagesScreen</name>
    <message>
        <source>%1. Bấm vô hình để coi lớn.</source>
        <translation>%1. Bấm vào hình để xem lớn.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>ScanFaultScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Ngại làm? Kêu người giúp</source>
        <translation>Ngại làm? Gọi người giúp</translation>
    </message>
</context>
<context>
    <name>ScanReadyScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Đưa giấy vô máy chụp</source>
        <translation>Đưa giấy vào máy chụp</translation>
    </message>
    <message>
        <source>Đưa thêm giấy vô máy chụp</source>
        <translation>Đưa thêm giấy vào máy chụp</translation>
    </message>
    <message>
        <source>Đưa vô khe bên phải màn hình, mặt có chữ quay lên</source>
        <translation>Đưa vào khe bên phải màn hình, mặt có chữ quay lên</translation>
    </message>
    <message>
        <source>Đưa vô khe bên phải màn hình, mặt cần chụp lại quay lên</source>
        <translation>Đưa vào khe bên phải màn hình, mặt cần chụp lại quay lên</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Chưa cần bấm gì. Coi hình hiện ra bên dưới.</source>
        <translation>Chưa cần bấm gì. Xem hình hiện ra bên dưới.</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
<context>
    <name>SendingScreen</name>
    <message>
        <source>Đang lưu hồ sơ vô máy</source>
        <translation>Đang lưu hồ sơ vào máy</translation>
    </message>
</context>
<context>
    <name>ShowSlipScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Đút phiếu vô khe máy chụp, rồi bấm đây.</source>
        <translation>Đút phiếu vào khe máy chụp, rồi bấm đây.</translation>
    </message>
</context>
<context>
    <name>SlipPicture</name>
    <message>
        <source>Phiếu có tên Ông/Bà. Chạm để coi.</source>
        <translation>Phiếu có tên Ông/Bà. Chạm để xem.</translation>
    </message>
</context>
<context>
    <name>SlipReadyScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Gửi xong sẽ có mã hồ sơ chính thức. Giữ phiếu để coi hồ sơ.</source>
        <translation>Gửi xong sẽ có mã hồ sơ chính thức. Giữ phiếu để xem hồ sơ.</translation>
    </message>
</context>
<context>
    <name>TakeOriginalsScreen</name>
    <message>
        <source>Coi còn sót thẻ căn cước không</source>
        <translation>Xem còn sót thẻ căn cước không</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
    <message>
        <source>Lấy tờ giấy đó ra, rồi coi lại ở đây.</source>
        <translation>Lấy tờ giấy đó ra, rồi xem lại ở đây.</translation>
    </message>
    <message>
        <source>Máy coi lại rồi, không còn tờ nào trong khe.</source>
        <translation>Máy xem lại rồi, không còn tờ nào trong khe.</translation>
    </message>
    <message>
        <source>Ông/Bà đã đưa vô máy: &lt;b&gt;%1&lt;/b&gt;. Đếm lại cho đủ.</source>
        <translation>Ông/Bà đã đưa vào máy: &lt;b&gt;%1&lt;/b&gt;. Đếm lại cho đủ.</translation>
    </message>
</context>
<context>
    <name>TurnStackScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>Xem tiếp</translation>
    </message>
</context>
</TS>
