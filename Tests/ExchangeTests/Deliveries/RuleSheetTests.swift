import Exchange
import Foundation
import Testing

struct `The sheet of rules` {
    @Test func `is what the table of rules gives`() throws {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let sheet = folder.appending(path: "docs/rules.md")
        if ProcessInfo.processInfo.environment["RETTID_WRITE_RULES"] == "1" {
            try Data(RuleSheet.markdown.utf8).write(to: sheet)
        }
        #expect(try String(contentsOf: sheet, encoding: .utf8) == RuleSheet.markdown)
    }
}
