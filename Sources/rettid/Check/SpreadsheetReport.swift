import CXlsxWriter
import Exchange

/// A report as a spreadsheet (`.xlsx`): the files on the first sheet, what was found on the second.
///
/// Every text is written as a text, so that none is taken for a formula.
struct SpreadsheetReport {
    private let report: DeliveryReport
    private let words: DeliveryWords
    /// How many rows a sheet may have, the heading among them.
    private let mostRows: Int

    /// How many rows Excel takes.
    static let excelRows = 1_048_576
    /// How many UTF-16 units Excel takes in a cell.
    static let longestText = 32_767

    init(_ report: DeliveryReport, mostRows: Int = excelRows) {
        self.report = report
        words = DeliveryWords(report.language)
        self.mostRows = mostRows
    }

    /// Writes the spreadsheet to a file that only its owner may read, a row at a time.
    ///
    /// - Returns: How many files and findings are left out because a sheet has no more rows.
    func write(to path: String) throws(UsageProblem) -> Int {
        try PrivateFile.make(path)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(path, &options) else { throw PrivateFile.unwritable(path) }
        var sheet = Sheet(book, words["report.files"], fileColumns, mostRows: mostRows)
        for file in report.files { sheet.add(cells(file)) }
        var leftOut = sheet.finish(words)
        sheet = Sheet(book, words["report.findings"], findingColumns, mostRows: mostRows)
        for file in report.files {
            for entry in file.entries { sheet.add(cells(entry, of: file)) }
        }
        leftOut += sheet.finish(words)
        guard workbook_close(book) == LXW_NO_ERROR else { throw PrivateFile.unwritable(path) }
        return leftOut
    }

    // MARK: Files

    private static let severities = DeliverySeverity.allCases.reversed().filter { $0 != .ok }

    private var fileColumns: [Column] {
        [
            Column(words["report.name"], 60), Column(words["report.format"], 10), Column(words["report.mode"], 12),
            Column(words["report.result"], 12), Column(words["report.inWords"], 22),
            Column(words["report.controls"], 12),
        ] + Self.severities.map { Column(words["report.\($0.rawValue)"], 18) }
    }

    private func cells(_ file: DeliveryFileReport) -> [Cell] {
        let texts = [
            file.file, file.format?.rawValue ?? "", file.mode.rawValue, file.overall.rawValue,
            words["report.\(file.overall.rawValue)"],
        ]
        var counts: [DeliverySeverity: Int] = [:]
        for entry in file.entries { counts[entry.severity, default: 0] += 1 }
        return texts.map(Cell.text) + [.number(file.controls)] + Self.severities.map { .number(counts[$0] ?? 0) }
    }

    // MARK: Findings

    private var findingColumns: [Column] {
        [
            Column(words["report.name"], 40), Column(words["report.rule"], 20), Column(words["report.severity"], 16),
            Column(words["report.inWords"], 18), Column(words["report.individ"], 24),
            Column(words["report.journal"], 18),
            Column(words["report.item"], 24), Column(words["report.line"], 10), Column(words["report.column"], 10),
            Column(words["report.message"], 80), Column(words["report.advice"], 80),
        ]
    }

    private func cells(_ entry: DeliveryEntry, of file: DeliveryFileReport) -> [Cell] {
        [
            .text(file.file), .text(entry.rule), .text(entry.severity.rawValue),
            .text(words["report.\(entry.severity.rawValue)"]), .text(entry.individID), .text(entry.journal),
            .text(entry.contextID), entry.line.map(Cell.number) ?? .text(""),
            entry.column.map(Cell.number) ?? .text(""),
            .text(words.message(entry)), .text(words.advice(entry)),
        ]
    }
}

extension SpreadsheetReport {
    private enum Cell {
        case text(String)
        case number(Int)
    }

    private struct Column {
        let heading: String
        /// In characters.
        let width: Double

        init(_ word: String, _ width: Double) {
            heading = word.prefix(1).uppercased() + word.dropFirst()
            self.width = width
        }
    }

    /// A sheet that is filled from the top.
    private struct Sheet {
        private let sheet: UnsafeMutablePointer<lxw_worksheet>?
        private let mostRows: Int
        private let columns: Int
        private var row = 0
        /// The row that stands last if no other comes.
        private var held: [Cell]?
        private var leftOut = 0

        init(_ book: UnsafeMutablePointer<lxw_workbook>, _ name: String, _ columns: [Column], mostRows: Int) {
            sheet = workbook_add_worksheet(book, name)
            self.mostRows = mostRows
            self.columns = columns.count
            for (place, column) in columns.enumerated() {
                worksheet_set_column(sheet, UInt16(place), UInt16(place), column.width, nil)
            }
            worksheet_freeze_panes(sheet, 1, 0)
            let bold = workbook_add_format(book)
            format_set_bold(bold)
            write(columns.map { .text($0.heading) }, bold)
        }

        mutating func add(_ cells: [Cell]) {
            if row < mostRows - 1 {
                write(cells)
            } else if row < mostRows, held == nil {
                held = cells
            } else {
                leftOut += 1
            }
        }

        /// Ends the sheet; where rows were left out, the last one says how many.
        mutating func finish(_ words: DeliveryWords) -> Int {
            if leftOut > 0 {
                leftOut += 1
                write([.text(words.count("report.notShown", leftOut))])
            } else if let held {
                write(held)
            }
            worksheet_autofilter(sheet, 0, 0, UInt32(max(row - 1, 1)), UInt16(columns - 1))
            return leftOut
        }

        private mutating func write(_ cells: [Cell], _ format: UnsafeMutablePointer<lxw_format>? = nil) {
            for (place, cell) in cells.enumerated() {
                switch cell {
                case .text(let text):
                    worksheet_write_string(sheet, UInt32(row), UInt16(place), SpreadsheetReport.fitted(text), format)
                case .number(let number):
                    worksheet_write_number(sheet, UInt32(row), UInt16(place), Double(number), format)
                }
            }
            row += 1
        }
    }

    /// A text as a cell can hold it: without characters that XML has no place for, and cut with an ellipsis where it is
    /// too long.
    static func fitted(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var length = 0
        /// What still fits with an ellipsis behind it.
        var cut = 0
        for scalar in text.unicodeScalars where isAllowed(scalar) {
            length += UTF16.width(scalar)
            guard length <= longestText else { return String(scalars.prefix(cut)) + "…" }
            scalars.append(scalar)
            if length < longestText { cut += 1 }
        }
        return String(scalars)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
