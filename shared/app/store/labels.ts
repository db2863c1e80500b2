/** What a commit did, in Vietnamese. */

const LABELS: Readonly<Record<string, string>> = {
  'office.setup': 'Khai báo cơ quan',
  'office.saveProfile': 'Sửa thông tin cơ quan',
  'office.saveEntry': 'Sửa danh mục đơn vị',
  'office.endEntry': 'Ghi ngày hết hoạt động của đơn vị',
  'office.mergeEntry': 'Ghi sáp nhập, chia tách đơn vị',
  'office.removeEntry': 'Xóa một mục danh mục',
  'office.saveSigner': 'Sửa người ký',
  'office.removeSigner': 'Xóa người ký',
  'office.saveIndicator': 'Sửa chỉ tiêu báo cáo',
  'office.saveHoliday': 'Sửa ngày nghỉ, ngày làm bù',
  'office.removeHoliday': 'Xóa ngày nghỉ, ngày làm bù',
  'office.saveRetention': 'Sửa thời hạn bảo quản',
  'office.saveRuleProfile': 'Sửa thể thức',
  'office.resetRuleProfile': 'Khôi phục thể thức mặc định',
  'office.copyRuleProfile': 'Thêm thể thức',
  'office.saveDefaults': 'Sửa mặc định báo cáo',
  'office.import': 'Nhập danh mục từ tệp',
  'plan.import': 'Nhập kế hoạch',
  'plan.saveHeader': 'Sửa phần đầu kế hoạch',
  'plan.saveItem': 'Sửa một mục của kế hoạch',
  'plan.addItem': 'Thêm một mục vào kế hoạch',
  'plan.splitItem': 'Tách một mục của kế hoạch',
  'plan.mergeItems': 'Gộp các mục của kế hoạch',
  'plan.moveTask': 'Chuyển nhiệm vụ sang đơn vị khác',
  'plan.dropItem': 'Bỏ một mục của kế hoạch',
  'plan.restoreItem': 'Khôi phục một mục của kế hoạch',
  'plan.acceptItems': 'Xác nhận các mục của kế hoạch',
  'plan.finishReview': 'Duyệt xong kế hoạch',
  'plan.ignoreFinding': 'Bỏ qua một chỗ kiểm tra của kế hoạch',
  'plan.heedFinding': 'Xem lại một chỗ đã bỏ qua',
  'office.saveLintChoice': 'Chọn quy tắc kiểm tra kế hoạch',
  'plan.replaceText': 'Sửa nội dung kế hoạch',
  'plan.saveTextDraft': 'Lưu tạm phần đang gõ',
  'plan.create': 'Soạn kế hoạch mới',
  'plan.saveVersion': 'Lưu một lần dự thảo',
  'plan.restoreVersion': 'Lấy lại nội dung một lần dự thảo',
  'office.savePlanTemplate': 'Lưu mẫu kế hoạch',
  'office.removePlanTemplate': 'Xóa mẫu kế hoạch',
  'plan.trash': 'Bỏ hồ sơ vào thùng rác',
  'document.add': 'Thêm văn bản',
  'document.sign': 'Gắn bản ký',
  'dispatch.register': 'Đăng ký số văn bản',
  'dispatch.send': 'Phát hành văn bản',
  'dispatch.acknowledge': 'Ghi nhận nơi nhận đã nhận văn bản',
  'report.schedule': 'Giao kỳ báo cáo',
  'report.saveSchedule': 'Lập lịch báo cáo',
  'report.removePeriod': 'Bỏ kỳ báo cáo',
  'report.extend': 'Gia hạn nộp báo cáo',
  'report.import': 'Nhận báo cáo từ biểu',
  'intake.begin': 'Bắt đầu một đợt tiếp nhận',
  'intake.record': 'Ghi kết quả tiếp nhận',
  'intake.dismiss': 'Bỏ qua một tệp trong khay tiếp nhận',
  'report.put': 'Nhập số liệu báo cáo',
  'report.return': 'Trả lại báo cáo',
  'report.attach': 'Đính kèm tệp vào báo cáo',
  'report.detach': 'Bỏ tệp đính kèm của báo cáo',
  'report.answerQuestion': 'Trả lời câu hỏi số liệu',
  'report.correctReceipt': 'Sửa ngày nhận báo cáo',
  'report.saveDraft': 'Sửa dự thảo phần lời báo cáo',
  'report.chooseModel': 'Chọn mô hình hay cho báo cáo',
  'report.importPackage': 'Nhập gói kỳ báo cáo',
  'report.recordChase': 'Ghi việc đôn đốc nộp báo cáo',
  'report.close': 'Chốt số liệu kỳ báo cáo',
  'ownPlan.request': 'Yêu cầu đơn vị gửi kế hoạch',
  'ownPlan.remove': 'Bỏ yêu cầu gửi kế hoạch',
  'ownPlan.receive': 'Nhận kế hoạch của đơn vị',
  'ownPlan.return': 'Trả lại kế hoạch của đơn vị',
  'ownPlan.extend': 'Gia hạn gửi kế hoạch',
  'upward.save': 'Ghi báo cáo phải gửi cấp trên',
  'upward.send': 'Ghi nhận đã gửi báo cáo cấp trên',
  'upward.receipt': 'Ghi nhận cấp trên đã nhận báo cáo',
  'upward.file': 'Lưu hồ sơ báo cáo cấp trên',
  'upward.remove': 'Bỏ báo cáo khỏi danh sách phải gửi',
  'difficulty.save': 'Ghi khó khăn, vướng mắc',
  'difficulty.answer': 'Ghi trả lời khó khăn, vướng mắc',
  'difficulty.remove': 'Bỏ một dòng khó khăn, vướng mắc',
  'incoming.register': 'Đăng ký văn bản đến',
  'incoming.correct': 'Sửa dòng sổ văn bản đến',
  'incoming.void': 'Hủy dòng sổ văn bản đến',
  'incoming.forward': 'Chuyển văn bản đến',
  'incoming.resolve': 'Ghi kết quả giải quyết văn bản đến',
  'incoming.link': 'Liên kết văn bản đến với kế hoạch',
  'incoming.supersede': 'Ghi văn bản đến được thay thế',
  'incoming.attach': 'Gắn tệp vào văn bản đến',
  'incoming.explainGap': 'Ghi lý do bỏ trống số đến',
  'archive.close': 'Kết thúc hồ sơ',
  'archive.reopen': 'Mở lại hồ sơ',
  'archive.export': 'Xuất gói hồ sơ',
  'store.purge': 'Xóa hẳn nội dung',
  'sample.create': 'Tạo dữ liệu mẫu',
};

export const UNDO = 'store.undo';

/** The command of taking a revision back: "store.undo:12". */
export function undoCommand(revision: number): string {
  return `${UNDO}:${revision}`;
}

/** The revision that an undo took back; null for any other command. */
export function undoneRevision(command: string): number | null {
  const match = /^store\.undo:(\d+)$/u.exec(command);
  return match ? Number(match[1]) : null;
}

export function labelOf(command: string): string {
  const undone = undoneRevision(command);
  if (undone !== null) return `Hoàn tác thay đổi số ${undone}`;
  return LABELS[command] ?? 'Thay đổi dữ liệu';
}
