import Foundation

/// A progress line on stderr, shown only where stderr is a terminal.
struct Progress {
    private static let isShown = isatty(STDERR_FILENO) == 1

    private let what: String

    init(_ what: String) {
        self.what = what
    }

    func show(share: Double) {
        guard Self.isShown else { return }
        let width = 30
        let filled = Int((min(max(share, 0), 1) * Double(width)).rounded())
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        write("\r\(what) \(bar) \(Int(share * 100)) %")
    }

    func show(count: Int) {
        guard Self.isShown else { return }
        write("\r\(what) \(count)")
    }

    func end() {
        guard Self.isShown else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
