import Casework
import Law
import Synthetic

/// A sum over all that histories hold, the same on every machine.
///
/// Values are walked through by their parts; dictionaries and sets in the order of their texts.
struct HistoryDigest {
    /// FNV-1a, 64 bits.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ history: PretendHistory) {
        for step in history.steps { add(Self.text(step)) }
    }

    private mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    private static func text(_ value: Any) -> String {
        switch value {
        case let number as PersonNumber: return number.digits
        case let address as HiddenAddress: return text(address.forSealing)
        case let text as String: return text
        case let id as RecordID: return id.description
        case let day as CalendarDay: return day.description
        case let bytes as [UInt8]: return bytes.map(String.init).joined(separator: " ")
        default: break
        }
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return String(describing: value) }
        let parts = mirror.children.map { ($0.label ?? "") + "=" + text($0.value) }
        let isOrdered = mirror.displayStyle != .dictionary && mirror.displayStyle != .set
        return "(" + (isOrdered ? parts : parts.sorted()).joined(separator: ",") + ")"
    }
}
