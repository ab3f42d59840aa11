<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AskListScreen</name>
    <message>
        <source>Bỏ ra</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>Chưa ghi đủ, bấm để ghi tiếp</source>
        <translation>Not complete: touch to go on</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không có ai, làm tiếp</source>
        <translation>Nobody, go on</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Xong, về trang coi lại</source>
        <translation>Done, back to the check</translation>
    </message>
    <message>
        <source>Đã ghi, bấm để coi lại</source>
        <translation>Complete: touch to look again</translation>
    </message>
    <message>
        <source>Đủ rồi, làm tiếp</source>
        <translation>That is all, go on</translation>
    </message>
</context>
<context>
    <name>AskQuestionScreen</name>
    <message>
        <source>Bỏ qua câu này</source>
        <translation>Skip this question</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tiếp theo</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tiền phải đóng</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Tôi không biết</source>
        <translation>I do not know</translation>
    </message>
    <message>
        <source>Xong, về trang coi lại</source>
        <translation>Done, back to the check</translation>
    </message>
</context>
<context>
    <name>AtDeskSheet</name>
    <message>
        <source>Gọi &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Call &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Máy này chưa làm được việc này. %1 làm liền cho Ông/Bà.</source>
        <translation>This machine cannot do that yet. Please ask: %1.</translation>
    </message>
    <message>
        <source>Đã rõ, quay lại</source>
        <translation>I see, go back</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>&lt;b&gt;Bấm lộn không sao,&lt;/b&gt; quay lại được liền. Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.</source>
        <translation>&lt;b&gt;A wrong touch does no harm,&lt;/b&gt; you can go back. Nothing is sent until you press “Send”.</translation>
    </message>
    <message>
        <source>Bấm vô đây để bắt đầu</source>
        <translation>Touch here to begin</translation>
    </message>
    <message>
        <source>Làm giấy tờ ở máy này</source>
        <translation>Do your papers at this machine</translation>
    </message>
    <message>
        <source>Trích lục hộ tịch, đăng ký khai tử. Máy hỏi từng câu, Ông/Bà bấm trả lời.</source>
        <translation>Civil-status extracts, registration of deaths. One question at a time, you touch the answer.</translation>
    </message>
</context>
<context>
    <name>CardReadScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không đúng, tự điền</source>
        <translation>Not right, I will type</translation>
    </message>
    <message>
        <source>Máy đọc này chỉ đọc được số. Họ tên Ông/Bà ghi ở bước sau.</source>
        <translation>This reader reads numbers only. You write your name in the next step.</translation>
    </message>
    <message>
        <source>Máy đọc thẻ như vầy, đúng chưa?</source>
        <translation>This is what the card says. Is it right?</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Số căn cước chỉ hiện bốn số cuối cho kín đáo.</source>
        <translation>Only the last four digits are shown, for privacy.</translation>
    </message>
    <message>
        <source>Đúng, dùng thẻ này</source>
        <translation>Right, use it</translation>
    </message>
</context>
<context>
    <name>CardReadyScreen</name>
    <message>
        <source>Bấm nút vàng, đợi thẻ chạy ra rồi cầm lại</source>
        <translation>Press the gold button, wait for the card and take it back</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không có thẻ, tự điền</source>
        <translation>No card, I will type</translation>
    </message>
    <message>
        <source>Máy chụp ở bên phải màn hình.</source>
        <translation>The scanner is to the right of the screen.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đút thẻ vô khe, mặt có hình vuông chấm đen quay lên</source>
        <translation>Put the card in the slot, the black-and-white square facing up</translation>
    </message>
    <message>
        <source>Để thẻ căn cước vô máy chụp</source>
        <translation>Put your ID card in the scanner</translation>
    </message>
    <message>
        <source>Đọc thẻ</source>
        <translation>Read the card</translation>
    </message>
</context>
<context>
    <name>CardScanningScreen</name>
    <message>
        <source>Chưa cần bấm gì, vài giây là xong.</source>
        <translation>Nothing to press, it takes a few seconds.</translation>
    </message>
    <message>
        <source>Dừng lại</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Thẻ chạy qua máy chụp rồi ra phía trước. Xong thì cầm lại.</source>
        <translation>The card runs through the scanner and comes out in front. Then take it back.</translation>
    </message>
    <message>
        <source>Đang đọc thẻ căn cước</source>
        <translation>Reading the ID card</translation>
    </message>
    <message>
        <source>Đang đọc, xin chờ.</source>
        <translation>Reading, please wait.</translation>
    </message>
    <message>
        <source>Đọc xong máy tự qua bước sau.</source>
        <translation>It goes on by itself.</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Coi số</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>Coi lại, đúng hết chưa?</source>
        <translation>Is everything right?</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sai chỗ nào bấm &lt;b&gt;Sửa&lt;/b&gt;, xong máy quay về đây.</source>
        <translation>Press &lt;b&gt;Edit&lt;/b&gt; where it is wrong; you come back here.</translation>
    </message>
    <message>
        <source>Đúng hết, làm tiếp</source>
        <translation>All right, go on</translation>
    </message>
</context>
<context>
    <name>ChoiceAnswer</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Coi trước</source>
        <translation>Previous</translation>
    </message>
</context>
<context>
    <name>ChooseEventScreen</name>
    <message>
        <source>Bấm vô việc của mình. Chưa gửi gì hết.</source>
        <translation>Touch what it is about. Nothing is sent yet.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Coi tất cả</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tìm theo tên</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>Ông/⁠Bà có việc gì?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Ông/⁠Bà muốn biết về việc gì?</source>
        <translation>What would you like to know about?</translation>
    </message>
</context>
<context>
    <name>ChooseProcedureScreen</name>
    <message>
        <source>Bấm vô một ô để coi cần chuẩn bị gì. Chưa gửi gì hết.</source>
        <translation>Touch one to see what you need. Nothing is sent yet.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tìm theo tên</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>Ông/⁠Bà cần giấy gì?</source>
        <translation>Which paper do you need?</translation>
    </message>
</context>
<context>
    <name>DeclareScreen</name>
    <message>
        <source>Bấm vô ô cam đoan trước đã</source>
        <translation>Please tick the declaration first</translation>
    </message>
    <message>
        <source>Bấm ô bên dưới, rồi bấm Gửi hồ sơ.</source>
        <translation>Touch the box below, then press Send.</translation>
    </message>
    <message>
        <source>Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.</source>
        <translation>Nothing is sent until you press “Send”.</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Gửi hồ sơ</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>In tờ khai đã điền</source>
        <translation>Print the filled form</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tôi đã đọc và xin cam đoan</source>
        <translation>I have read it and I declare so</translation>
    </message>
    <message>
        <source>Đọc lời cam đoan rồi gửi hồ sơ</source>
        <translation>Read the declaration, then send</translation>
    </message>
</context>
<context>
    <name>DeclinedSheet</name>
    <message>
        <source>Không đồng ý cũng không sao</source>
        <translation>You need not agree</translation>
    </message>
    <message>
        <source>Máy chưa giữ gì của Ông/Bà. Làm bằng giấy thì mời qua quầy: %1, hoặc gọi %2.</source>
        <translation>The machine has kept nothing of yours. You can file on paper at the desk: %1, or call %2.</translation>
    </message>
    <message>
        <source>Đã rõ, về màn hình đầu</source>
        <translation>I see, to the first screen</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read it again</translation>
    </message>
</context>
<context>
    <name>DeliveryLine</name>
    <message>
        <source>Cổng nhận hồ sơ</source>
        <translation>Received by the portal</translation>
    </message>
    <message>
        <source>Cổng đã nhận</source>
        <translation>Received by the portal</translation>
    </message>
    <message>
        <source>Đang chờ mạng</source>
        <translation>Waiting for the network</translation>
    </message>
    <message>
        <source>Đang gửi</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Đã gửi đi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Đã lưu tại máy</source>
        <translation>Saved here</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Bấm vô là đổi liền. Muốn như cũ thì bấm lại.</source>
        <translation>Each touch changes the screen at once. Touch again to undo.</translation>
    </message>
    <message>
        <source>Chữ rất to</source>
        <translation>Largest text</translation>
    </message>
    <message>
        <source>Chữ to</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Chữ vừa</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Dễ coi, dễ bấm</source>
        <translation>Easier to see and touch</translation>
    </message>
    <message>
        <source>Hạ màn hình xuống</source>
        <translation>Lower the screen</translation>
    </message>
    <message>
        <source>Màu thường</source>
        <translation>Usual colours</translation>
    </message>
    <message>
        <source>Nền trắng</source>
        <translation>On white</translation>
    </message>
    <message>
        <source>Nền đen</source>
        <translation>On black</translation>
    </message>
    <message>
        <source>Rất to</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>khi Ông/Bà ngồi</source>
        <translation>when you sit</translation>
    </message>
    <message>
        <source>Ít chuyển động</source>
        <translation>Less motion</translation>
    </message>
</context>
<context>
    <name>DossierFoundScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Cầm lại phiếu ở máy chụp</source>
        <translation>Take your slip from the scanner</translation>
    </message>
    <message>
        <source>Hồ sơ của Ông/Bà</source>
        <translation>Your dossier</translation>
    </message>
    <message>
        <source>Người khác có phiếu là coi được hồ sơ.</source>
        <translation>Whoever has the slip can look at your dossier.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tôi coi xong rồi</source>
        <translation>I have seen it</translation>
    </message>
</context>
<context>
    <name>GuideScreen</name>
    <message>
        <source>Bắt đầu làm</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Chờ bao lâu</source>
        <translation>How long it takes</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Giấy tờ cần có</source>
        <translation>Papers you need</translation>
    </message>
    <message>
        <source>In hướng dẫn này</source>
        <translation>Print this guide</translation>
    </message>
    <message>
        <source>In tờ khai trống</source>
        <translation>Print the blank form</translation>
    </message>
    <message>
        <source>Lấy điện thoại chụp mã này để mở trang làm thủ tục.</source>
        <translation>Scan this code with your phone to open the page where it is done.</translation>
    </message>
    <message>
        <source>Nên biết</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Nơi làm</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Phải tới tận nơi</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tiền phải đóng</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Tôi hiểu rồi</source>
        <translation>I understand</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Mất mạng</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>Thôi, về đầu</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Có người cần giúp ở máy %1</source>
        <translation>Somebody needs help at machine %1</translation>
    </message>
    <message>
        <source>Có người ra liền, Ông/Bà chờ chút</source>
        <translation>Somebody is coming, please wait a moment</translation>
    </message>
    <message>
        <source>Giờ này không có người ở quầy</source>
        <translation>Nobody is at the desk now</translation>
    </message>
    <message>
        <source>Hồ sơ đã gửi thì an toàn. Chưa gửi thì hôm khác tới làm lại cũng được.</source>
        <translation>What was sent is safe. What was not sent can be done again another day.</translation>
    </message>
    <message>
        <source>Lâu quá thì gọi &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>If it takes too long, call &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Thôi, tôi làm được rồi</source>
        <translation>Thank you, I can do it now</translation>
    </message>
    <message>
        <source>Được rồi, làm tiếp</source>
        <translation>All right, go on</translation>
    </message>
</context>
<context>
    <name>HelperBar</name>
    <message>
        <source>Chữ to</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Chữ to nữa</source>
        <translation>Largest text</translation>
    </message>
    <message>
        <source>Chữ, màu</source>
        <translation>Text, colours</translation>
    </message>
    <message>
        <source>Kêu người giúp</source>
        <translation>Call for help</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Thôi, về đầu</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Tắt tiếng</source>
        <translation>Sound off</translation>
    </message>
    <message>
        <source>Đường dây nóng</source>
        <translation>Hotline</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Bảng mã QR</source>
        <translation>QR codes</translation>
    </message>
    <message>
        <source>Bấm vô một ô. Bấm lộn không sao, quay lại được.</source>
        <translation>Touch one. A wrong touch does no harm, you can go back.</translation>
    </message>
    <message>
        <source>Chạm để biết</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Coi hồ sơ của tôi tới đâu</source>
        <translation>See how far my dossier is</translation>
    </message>
    <message>
        <source>Cần giấy gì, mất bao lâu</source>
        <translation>Which papers, how long</translation>
    </message>
    <message>
        <source>Giấy làm xong, tới lấy</source>
        <translation>Ready papers, to be collected</translation>
    </message>
    <message>
        <source>Hôm nay Ông/⁠Bà cần làm gì?</source>
        <translation>What do you need today?</translation>
    </message>
    <message>
        <source>Hướng dẫn thủ tục</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Khai sinh, kết hôn, khai tử, cư trú</source>
        <translation>Births, marriages, residence</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collect a result</translation>
    </message>
    <message>
        <source>Nộp hồ sơ</source>
        <translation>File a dossier</translation>
    </message>
    <message>
        <source>Theo dõi hồ sơ</source>
        <translation>Follow a dossier</translation>
    </message>
    <message>
        <source>Tập thử</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Tập thử cho quen</source>
        <translation>Practise first</translation>
    </message>
    <message>
        <source>Đóng lệ phí hồ sơ</source>
        <translation>Pay a dossier's fee</translation>
    </message>
    <message>
        <source>Đóng tiền</source>
        <translation>Pay</translation>
    </message>
</context>
<context>
    <name>IdentifyScreen</name>
    <message>
        <source>Chụp thẻ căn cước</source>
        <translation>Scan the ID card</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Có thẻ căn cước thì khỏi phải gõ.</source>
        <translation>With your ID card there is no typing.</translation>
    </message>
    <message>
        <source>Gõ họ tên và số căn cước trên màn hình.</source>
        <translation>Type your name and ID number on the screen.</translation>
    </message>
    <message>
        <source>Hoặc đưa mã vuông trên thẻ tới trước máy đọc, nghe tiếng bíp là được</source>
        <translation>Or hold the square code of your card to the reader until it beeps</translation>
    </message>
    <message>
        <source>Nhanh nhất. Chụp xong lấy thẻ lại liền.</source>
        <translation>The quickest. You get the card back at once.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tự điền</source>
        <translation>Type it</translation>
    </message>
    <message>
        <source>Ông/Bà cho máy biết tên cách nào?</source>
        <translation>How will you tell your name?</translation>
    </message>
</context>
<context>
    <name>IdleSheet</name>
    <message>
        <source>Cho tôi thêm thời gian</source>
        <translation>Give me more time</translation>
    </message>
    <message>
        <source>Còn &lt;b&gt;%1 giây&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1 seconds&lt;/b&gt; left</translation>
    </message>
    <message>
        <source>Lâu không bấm, máy sẽ tự xóa thông tin để người sau không coi được.</source>
        <translation>After a long pause everything is erased, so that the next person cannot see it.</translation>
    </message>
    <message>
        <source>Xóa hết, về màn hình đầu</source>
        <translation>Erase all, first screen</translation>
    </message>
    <message>
        <source>Ông/Bà còn làm nữa không?</source>
        <translation>Are you still there?</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Bấm chữ cái trước, rồi chọn dấu ở hàng này</source>
        <translation>Touch the letters first, then choose the tone in this row</translation>
    </message>
    <message>
        <source>Chọn dấu cho chữ</source>
        <translation>Choose the tone for</translation>
    </message>
    <message>
        <source>Chữ hoa</source>
        <translation>Capitals</translation>
    </message>
    <message>
        <source>Chữ thường</source>
        <translation>Small letters</translation>
    </message>
    <message>
        <source>Chữ và số y như trên phiếu</source>
        <translation>Letters and digits as on your slip</translation>
    </message>
    <message>
        <source>Cách chữ</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Kiểu Telex: AA = Â, OW = Ơ, DD = Đ, dấu: S F R X J</source>
        <translation>Telex: AA = Â, OW = Ơ, DD = Đ, tone marks: S F R X J</translation>
    </message>
    <message>
        <source>Kiểu VNI: dấu 1 tới 5, Â Ê Ô 6, Ơ Ư 7, Ă 8, Đ 9</source>
        <translation>VNI: tone marks 1 to 5, Â Ê Ô 6, Ơ Ư 7, Ă 8, Đ 9</translation>
    </message>
    <message>
        <source>Thư điện tử không có dấu, không cách chữ</source>
        <translation>No marks and no spaces in an e-mail address</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Đổi kiểu gõ</source>
        <translation>Other keys</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Chưa, coi tiếp</source>
        <translation>No, go on</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Xong, về màn hình đầu</source>
        <translation>Done, go to the first screen</translation>
    </message>
    <message>
        <source>Xóa hết, về màn hình đầu</source>
        <translation>Erase all, first screen</translation>
    </message>
    <message>
        <source>Ông/Bà coi xong rồi?</source>
        <translation>Have you seen all you need?</translation>
    </message>
    <message>
        <source>Ông/Bà thôi, không làm nữa?</source>
        <translation>Do you want to stop?</translation>
    </message>
</context>
<context>
    <name>LookingUpScreen</name>
    <message>
        <source>Chưa cần bấm gì, chờ máy một chút.</source>
        <translation>Nothing to press yet, please wait a little.</translation>
    </message>
    <message>
        <source>Máy hỏi Cổng coi hồ sơ của Ông/Bà làm tới đâu rồi.</source>
        <translation>The machine asks the portal how far your dossier has come.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đang hỏi Cổng dịch vụ công</source>
        <translation>Asking the public-service portal</translation>
    </message>
    <message>
        <source>Đang hỏi, xin chờ.</source>
        <translation>Asking, please wait.</translation>
    </message>
</context>
<context>
    <name>NoDossierScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Cầm lại phiếu ở máy chụp</source>
        <translation>Take your slip from the scanner</translation>
    </message>
    <message>
        <source>Gõ lại mã</source>
        <translation>Type the code again</translation>
    </message>
    <message>
        <source>Hỏi thì không làm mất gì hết.</source>
        <translation>Asking loses nothing.</translation>
    </message>
    <message>
        <source>Hồ sơ đã nộp không bị ảnh hưởng</source>
        <translation>What you have filed is not touched by this</translation>
    </message>
    <message>
        <source>Không phải lỗi của Ông/Bà.</source>
        <translation>It is not your fault.</translation>
    </message>
    <message>
        <source>Không được nữa thì kêu người giúp</source>
        <translation>If it fails again, call for help</translation>
    </message>
    <message>
        <source>Người khác có phiếu là coi được hồ sơ.</source>
        <translation>Whoever has the slip can look at your dossier.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>NotSavedScreen</name>
    <message>
        <source>Bấm “Thử lại”. Bấm mấy lần cũng chỉ thành một hồ sơ.</source>
        <translation>Press “Try again”. However often, it stays one dossier.</translation>
    </message>
    <message>
        <source>Chưa lưu được hồ sơ</source>
        <translation>The dossier is not saved yet</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Câu trả lời còn nguyên</source>
        <translation>Your answers are all here</translation>
    </message>
    <message>
        <source>Giấy tờ đã chụp cũng còn, khỏi làm lại.</source>
        <translation>So are your scanned papers; nothing to do again.</translation>
    </message>
    <message>
        <source>Hồ sơ chưa gửi đi. Không phải lỗi của Ông/Bà.</source>
        <translation>It has not been sent. You did nothing wrong.</translation>
    </message>
    <message>
        <source>Không được nữa thì kêu người giúp</source>
        <translation>If it fails again, call for help</translation>
    </message>
    <message>
        <source>Thôi, về đầu</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Coi bản đầy đủ</source>
        <translation>Read all of it</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không đồng ý</source>
        <translation>I do not agree</translation>
    </message>
    <message>
        <source>Lời báo đầy đủ về thông tin cá nhân</source>
        <translation>The whole notice on personal data</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ông/Bà đồng ý cho máy dùng thông tin không?</source>
        <translation>May the machine use your information?</translation>
    </message>
    <message>
        <source>Đọc xong</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Đồng ý, làm tiếp</source>
        <translation>I agree, go on</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Chỉ nhớ năm</source>
        <translation>Only the year</translation>
    </message>
    <message>
        <source>Chỉ nhớ tháng, năm</source>
        <translation>Only month and year</translation>
    </message>
    <message>
        <source>Nhớ đủ ngày</source>
        <translation>The full date</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>Hồ sơ gửi trước đó vẫn an toàn</source>
        <translation>Dossiers sent before are safe</translation>
    </message>
    <message>
        <source>Máy vẫn tự gửi tiếp, khỏi làm lại.</source>
        <translation>The machine goes on sending them by itself.</translation>
    </message>
    <message>
        <source>Máy đang nghỉ, chưa nhận hồ sơ</source>
        <translation>This machine takes no dossiers now</translation>
    </message>
    <message>
        <source>Mời Ông/Bà qua quầy</source>
        <translation>Please go to the desk</translation>
    </message>
</context>
<context>
    <name>PagedColumn</name>
    <message>
        <source>Trang %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>%1. Bấm vô giấy đó để chụp.</source>
        <translation>%1. Press that paper to scan it.</translation>
    </message>
    <message>
        <source>Bấm vô giấy nào thì chụp giấy đó.</source>
        <translation>Touch a paper to scan it.</translation>
    </message>
    <message>
        <source>Chụp giấy tờ</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>Chụp từng giấy tờ</source>
        <translation>Scan your papers one by one</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Còn thiếu giấy bắt buộc</source>
        <translation>A required paper is missing</translation>
    </message>
    <message>
        <source>Giấy chụp xong Ông/Bà cầm về, máy không giữ.</source>
        <translation>You take your papers home, the machine keeps none.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đủ rồi, làm tiếp</source>
        <translation>That is all, go on</translation>
    </message>
</context>
<context>
    <name>PractisedScreen</name>
    <message>
        <source>Bấm “Làm thật liền” rồi chọn việc</source>
        <translation>Press “Do it for real now” and choose</translation>
    </message>
    <message>
        <source>Chuẩn bị thẻ căn cước và giấy tờ</source>
        <translation>Have your ID card and papers ready</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không có gì được gửi đi, máy cũng không giữ lại gì.</source>
        <translation>Nothing was sent, and the machine has kept nothing.</translation>
    </message>
    <message>
        <source>Làm thật cũng y như vậy</source>
        <translation>For real it goes just like this</translation>
    </message>
    <message>
        <source>Làm thật liền</source>
        <translation>Do it for real now</translation>
    </message>
    <message>
        <source>Máy hỏi từng câu, Ông/Bà bấm trả lời. Bấm lộn thì quay lại được.</source>
        <translation>The machine asks one thing at a time, you touch the answer. You can always go back.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>That is enough</translation>
    </message>
    <message>
        <source>Ông/Bà tập xong rồi!</source>
        <translation>You have practised it all!</translation>
    </message>
</context>
<context>
    <name>PrintPaperScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Tiền in</source>
        <translation>Cost of printing</translation>
    </message>
</context>
<context>
    <name>QrBoardScreen</name>
    <message>
        <source>Bảng mã QR</source>
        <translation>QR codes</translation>
    </message>
    <message>
        <source>Coi các mã khác</source>
        <translation>See the other codes</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>In ra giấy</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>Lấy điện thoại chụp mã. Bấm vô mã để coi lớn.</source>
        <translation>Scan a code with your phone. Touch it to see it large.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Announcement</translation>
    </message>
</context>
<context>
    <name>RateScreen</name>
    <message>
        <source>Bấm một mặt. Không ghi tên ai.</source>
        <translation>Touch one face. No names are kept.</translation>
    </message>
    <message>
        <source>Dễ, vừa ý</source>
        <translation>Easy, satisfied</translation>
    </message>
    <message>
        <source>Hôm nay Ông/Bà thấy sao?</source>
        <translation>How was it today?</translation>
    </message>
    <message>
        <source>Khó, chưa vừa ý</source>
        <translation>Hard, not satisfied</translation>
    </message>
    <message>
        <source>Thôi, khỏi chấm</source>
        <translation>No, thank you</translation>
    </message>
    <message>
        <source>Tạm được</source>
        <translation>All right</translation>
    </message>
</context>
<context>
    <name>RemovePageSheet</name>
    <message>
        <source>Giữ lại mặt này</source>
        <translation>Keep this side</translation>
    </message>
</context>
<context>
    <name>ReviewPagesScreen</name>
    <message>
        <source>%1. Bấm vô hình để coi lớn.</source>
        <translation>%1. Touch a picture to enlarge it.</translation>
    </message>
    <message>
        <source>Bỏ mặt này ra</source>
        <translation>Remove this side</translation>
    </message>
    <message>
        <source>Chụp lại hết</source>
        <translation>Scan all again</translation>
    </message>
    <message>
        <source>Chụp lại mặt này</source>
        <translation>Scan this side again</translation>
    </message>
    <message>
        <source>Chụp mặt sau</source>
        <translation>Scan the backs</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Lấy lại như trước</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thêm tờ nữa</source>
        <translation>Add sheets</translation>
    </message>
    <message>
        <source>Trang %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>Xoay giấy</source>
        <translation>Turn it</translation>
    </message>
    <message>
        <source>Xong mặt này</source>
        <translation>Done with this side</translation>
    </message>
    <message>
        <source>Đúng, giữ hết</source>
        <translation>Right, keep all</translation>
    </message>
    <message>
        <source>Đưa lên trước</source>
        <translation>Move earlier</translation>
    </message>
    <message>
        <source>Đưa ra sau</source>
        <translation>Move later</translation>
    </message>
</context>
<context>
    <name>ScanFaultScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Không mất gì hết</source>
        <translation>Nothing is lost</translation>
    </message>
    <message>
        <source>Ngại làm? Kêu người giúp</source>
        <translation>Rather not? Call for help</translation>
    </message>
</context>
<context>
    <name>ScanReadyScreen</name>
    <message>
        <source>%1. Chỉ đưa một tờ đó thôi.</source>
        <translation>%1. Put in this one sheet only.</translation>
    </message>
    <message>
        <source>Chụp giấy tờ</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>Chụp lại %1</source>
        <translation>Scan %1 again</translation>
    </message>
    <message>
        <source>Chữ hai mặt</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>Chữ một mặt</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Giấy có chữ mấy mặt?</source>
        <translation>How many sides have writing?</translation>
    </message>
    <message>
        <source>Gỡ kim bấm, vuốt giấy cho phẳng</source>
        <translation>Remove staples, smooth the paper</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đưa giấy vô máy chụp</source>
        <translation>Put the paper in the scanner</translation>
    </message>
    <message>
        <source>Đưa thêm giấy vô máy chụp</source>
        <translation>Put more sheets in the scanner</translation>
    </message>
    <message>
        <source>Đưa vô khe bên phải màn hình, mặt có chữ quay lên</source>
        <translation>Put it in the slot right of the screen, text side up</translation>
    </message>
    <message>
        <source>Đưa vô khe bên phải màn hình, mặt cần chụp lại quay lên</source>
        <translation>Into the slot right of the screen, the side to be scanned again facing up</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Chưa cần bấm gì. Coi hình hiện ra bên dưới.</source>
        <translation>Nothing to press. Watch the pictures below.</translation>
    </message>
    <message>
        <source>Chụp xong sẽ có nút &lt;b&gt;vàng&lt;/b&gt;.</source>
        <translation>Then there is a &lt;b&gt;gold&lt;/b&gt; button.</translation>
    </message>
    <message>
        <source>Dừng chụp</source>
        <translation>Stop scanning</translation>
    </message>
    <message>
        <source>Máy đang dừng lại, chờ một chút.</source>
        <translation>The machine is stopping, please wait.</translation>
    </message>
    <message>
        <source>Mặt %1</source>
        <translation>Side %1</translation>
    </message>
    <message>
        <source>Đang chụp giấy tờ</source>
        <translation>Scanning your papers</translation>
    </message>
    <message>
        <source>Đang chụp mặt sau</source>
        <translation>Scanning the backs</translation>
    </message>
    <message>
        <source>Đang chụp, xin chờ.</source>
        <translation>Scanning, please wait.</translation>
    </message>
    <message>
        <source>đang chụp</source>
        <translation>scanning</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Gõ vài chữ là đủ, không cần dấu. Thí dụ: khai sinh, sao y, bằng lái.</source>
        <translation>A few letters are enough, without marks. For example: khai sinh, sao y, bằng lái.</translation>
    </message>
    <message>
        <source>Không thấy thủ tục nào giống vậy. Gõ ngắn hơn, hoặc hỏi:</source>
        <translation>There is no procedure like that. Type fewer letters, or ask:</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tìm thủ tục theo tên</source>
        <translation>Find a procedure by its name</translation>
    </message>
</context>
<context>
    <name>SendingScreen</name>
    <message>
        <source>Chưa xong, Ông/Bà chờ chút.</source>
        <translation>Not done yet, please wait.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu an toàn</source>
        <translation>Your dossier is safe</translation>
    </message>
    <message>
        <source>Máy chưa nói “an toàn” thì xin đừng đi.</source>
        <translation>Please stay until the machine says “safe”.</translation>
    </message>
    <message>
        <source>Máy đang gửi lên Cổng, chờ vài giây.</source>
        <translation>Being sent to the portal, a few seconds.</translation>
    </message>
    <message>
        <source>Máy đang khóa kín rồi cất hồ sơ</source>
        <translation>Your dossier is being sealed and stored</translation>
    </message>
    <message>
        <source>Mã tạm tại máy</source>
        <translation>Temporary code of this machine</translation>
    </message>
    <message>
        <source>Mất mạng, mất điện cũng không mất hồ sơ</source>
        <translation>Safe even without network or power</translation>
    </message>
    <message>
        <source>Đang gửi, xong máy tự in phiếu.</source>
        <translation>Sending, then the slip is printed.</translation>
    </message>
    <message>
        <source>Đang lưu hồ sơ vô máy</source>
        <translation>Saving your dossier</translation>
    </message>
    <message>
        <source>Đang lưu, xin chờ.</source>
        <translation>Saving, please wait.</translation>
    </message>
</context>
<context>
    <name>ShowSlipScreen</name>
    <message>
        <source>Chụp phiếu</source>
        <translation>Scan the slip</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Cần tờ phiếu máy in ra hôm Ông/Bà nộp hồ sơ.</source>
        <translation>You need the slip that was printed when you filed.</translation>
    </message>
    <message>
        <source>Gõ mã hồ sơ và mã bí mật in trên phiếu.</source>
        <translation>Type the code and the secret from the slip.</translation>
    </message>
    <message>
        <source>Hoặc đưa mã vuông trên phiếu tới trước máy đọc, nghe tiếng bíp là được</source>
        <translation>Or hold the square code on the slip to the reader until it beeps</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tự gõ mã</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>Đút phiếu vô khe máy chụp, rồi bấm đây.</source>
        <translation>Put the slip into the scanner's slot, then press here.</translation>
    </message>
</context>
<context>
    <name>SlipPicture</name>
    <message>
        <source>Phiếu có tên Ông/Bà. Chạm để coi.</source>
        <translation>The slip has your name. Touch to see it.</translation>
    </message>
</context>
<context>
    <name>SlipReadyScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Có mạng lại là máy tự gửi. Ông/Bà về được rồi.</source>
        <translation>It is sent when the network is back. You may go home.</translation>
    </message>
    <message>
        <source>Cầm phiếu ở khe bên dưới</source>
        <translation>Take the slip from the slot below</translation>
    </message>
    <message>
        <source>Cổng Dịch vụ công đã nhận. Ông/Bà về được rồi.</source>
        <translation>The public-service portal has it. You may go home.</translation>
    </message>
    <message>
        <source>Gửi xong sẽ có mã hồ sơ chính thức. Giữ phiếu để coi hồ sơ.</source>
        <translation>The official code comes after sending. Keep the slip to look it up.</translation>
    </message>
    <message>
        <source>Hồ sơ an toàn. Chỉ có tờ phiếu là chưa ra.</source>
        <translation>Your dossier is safe. Only the paper slip is missing.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu tại máy, chờ gửi</source>
        <translation>Saved at this machine, waiting to be sent</translation>
    </message>
    <message>
        <source>Hồ sơ đã nộp xong</source>
        <translation>Your dossier is filed</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>In phiếu ra giấy A4</source>
        <translation>Print the slip on A4</translation>
    </message>
    <message>
        <source>In xong sẽ có nút &lt;b&gt;vàng&lt;/b&gt;.</source>
        <translation>Then there is a &lt;b&gt;gold&lt;/b&gt; button.</translation>
    </message>
    <message>
        <source>Làm thật thì tới đây hồ sơ an toàn</source>
        <translation>For real, your dossier would be safe now</translation>
    </message>
    <message>
        <source>Lấy lại giấy tờ trên máy chụp</source>
        <translation>Take your papers from the scanner</translation>
    </message>
    <message>
        <source>Lấy điện thoại chụp mã này lại, hoặc chép ra giấy.</source>
        <translation>Photograph this code with your phone, or write it down.</translation>
    </message>
    <message>
        <source>Máy đang in phiếu…</source>
        <translation>Your slip is being printed…</translation>
    </message>
    <message>
        <source>Mã bí mật: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Secret: &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Mã tạm tại máy</source>
        <translation>Temporary code of this machine</translation>
    </message>
    <message>
        <source>Trước khi về, Ông/Bà nhớ:</source>
        <translation>Before you go:</translation>
    </message>
    <message>
        <source>Tôi đã chép mã</source>
        <translation>I have the code</translation>
    </message>
    <message>
        <source>Tôi đã lấy phiếu</source>
        <translation>I have the slip</translation>
    </message>
    <message>
        <source>Đang in, xin chờ.</source>
        <translation>Printing, please wait.</translation>
    </message>
    <message>
        <source>Đang tập thử nên không có gì được lưu hay gửi.</source>
        <translation>This is practice: nothing is kept or sent.</translation>
    </message>
</context>
<context>
    <name>SlipScanningScreen</name>
    <message>
        <source>Chưa cần bấm gì, vài giây là xong.</source>
        <translation>Nothing to press, it takes a few seconds.</translation>
    </message>
    <message>
        <source>Dừng lại</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Phiếu chạy qua máy chụp rồi ra phía trước. Xong thì cầm lại.</source>
        <translation>The slip runs through the scanner and comes out in front. Then take it back.</translation>
    </message>
    <message>
        <source>Đang đọc phiếu</source>
        <translation>Reading the slip</translation>
    </message>
    <message>
        <source>Đang đọc, xin chờ.</source>
        <translation>Reading, please wait.</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Bước %1/%2</source>
        <translation>Step %1/%2</translation>
    </message>
</context>
<context>
    <name>TakeOriginalsScreen</name>
    <message>
        <source>Coi còn sót thẻ căn cước không</source>
        <translation>Look whether your ID card is still there</translation>
    </message>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Còn giấy trong khe</source>
        <translation>Paper is left in the slot</translation>
    </message>
    <message>
        <source>Cất phiếu chung với giấy tờ</source>
        <translation>Keep the slip with your papers</translation>
    </message>
    <message>
        <source>Khe giấy đã trống</source>
        <translation>The slot is empty</translation>
    </message>
    <message>
        <source>Lấy giấy ở khay phía trước máy chụp</source>
        <translation>Take the sheets from the tray in front of the scanner</translation>
    </message>
    <message>
        <source>Lấy lại giấy tờ của Ông/Bà</source>
        <translation>Take your papers back</translation>
    </message>
    <message>
        <source>Lấy tờ giấy đó ra, rồi coi lại ở đây.</source>
        <translation>Take it out, then look here again.</translation>
    </message>
    <message>
        <source>Máy coi lại rồi, không còn tờ nào trong khe.</source>
        <translation>The machine has looked: no sheet is left in the slot.</translation>
    </message>
    <message>
        <source>Tôi đã lấy đủ</source>
        <translation>I have everything</translation>
    </message>
    <message>
        <source>Ông/Bà đã đưa vô máy: &lt;b&gt;%1&lt;/b&gt;. Đếm lại cho đủ.</source>
        <translation>You put in: &lt;b&gt;%1&lt;/b&gt;. Please count them.</translation>
    </message>
</context>
<context>
    <name>TurnStackScreen</name>
    <message>
        <source>Coi tiếp</source>
        <translation>See more</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>TypedAnswer</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
</context>
</TS>
