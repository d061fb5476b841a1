extension MunicipalityRegister {
    /// The register as of 2024, from the table that is compiled into the program.
    package static let national: MunicipalityRegister = {
        do throws(TableError) {
            return try MunicipalityRegister(table: String(decoding: PackageResources.municipalities_csv, as: UTF8.self))
        } catch {
            // The table is part of the program and a test reads it, so this is a fault of the build itself.
            preconditionFailure("The embedded table of municipalities is broken: \(error)")
        }
    }()

    /// Reads a table with one row per municipality of 2024.
    ///
    /// Columns: number, bokmål name, official names, county number, county, region, the number of 2020–2023,
    /// population and children on 1 January 2024, latitude, longitude. No field has a comma.
    ///
    /// - Parameter table: Text with a header line.
    /// - Throws: ``TableError`` with the line that cannot be read.
    init(table: String) throws(TableError) {
        var current: [Municipality] = []
        var before: [MunicipalityNumber: [Municipality]] = [:]
        for (index, line) in table.split(separator: "\n").enumerated().dropFirst() {
            guard let row = Row(line) else { throw TableError(line: index + 1) }
            let municipality = row.municipality
            current.append(municipality)
            if row.numberBefore != municipality.number {
                before[row.numberBefore, default: []].append(municipality)
            }
        }
        self.init(municipalities: current + before.compactMap { Self.predecessor(number: $0, of: $1) })
    }

    /// A line of the table that cannot be read.
    package struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
        /// Counted from 1.
        package let line: Int

        package var description: String { "Line \(line) of the table of municipalities cannot be read." }
    }

    private static let firstDayOf2024 = CalendarDay(clampingDayNumber: Civil.dayNumber(year: 2024, month: 1, day: 1))

    /// The municipality of 2020–2023 that became one of today's or, divided, several.
    private static func predecessor(number: MunicipalityNumber, of successors: [Municipality]) -> Municipality? {
        // A divided municipality kept the name of its largest part.
        guard let heir = successors.max(by: { $0.population?.total ?? 0 < $1.population?.total ?? 0 }) else {
            return nil
        }
        let countyNumber = String(number.text.prefix(2))
        return Municipality(
            number: number,
            name: heir.name,
            officialNames: heir.officialNames,
            county: Municipality.County(
                number: countyNumber,
                name: countiesUntil2024[countyNumber] ?? heir.county.name
            ),
            region: heir.region,
            centre: heir.centre,
            population: nil,
            validFrom: firstDay,
            validTo: firstDayOf2024.adding(days: -1),
            successors: successors.map(\.number).sorted()
        )
    }

    /// The counties that were divided on 1 January 2024.
    private static let countiesUntil2024 = [
        "30": "Viken",
        "38": "Vestfold og Telemark",
        "54": "Troms og Finnmark",
    ]

    private struct Row {
        let municipality: Municipality
        let numberBefore: MunicipalityNumber

        init?(_ line: Substring) {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 11,
                let number = try? MunicipalityNumber(parsing: fields[0]),
                let region = Region(rawValue: String(fields[5])),
                let before = try? MunicipalityNumber(parsing: fields[6]),
                let total = Int(fields[7]), let children = Int(fields[8]),
                let latitude = Double(fields[9]), let longitude = Double(fields[10])
            else { return nil }
            numberBefore = before
            municipality = Municipality(
                number: number,
                name: String(fields[1]),
                officialNames: Row.names(fields[2]),
                county: Municipality.County(number: String(fields[3]), name: String(fields[4])),
                region: region,
                centre: Municipality.Position(latitude: latitude, longitude: longitude),
                population: Municipality.Population(total: total, children: children),
                validFrom: before == number ? firstDay : firstDayOf2024,
                validTo: nil,
                successors: []
            )
        }

        /// Names are joined by a hyphen between blanks; a hyphen without blanks is part of a name.
        private static func names(_ field: Substring) -> [String] {
            var names: [String] = []
            for word in field.split(separator: " ") {
                if word == "-" || names.isEmpty {
                    names.append(word == "-" ? "" : String(word))
                } else {
                    let last = names.removeLast()
                    names.append(last.isEmpty ? String(word) : last + " " + word)
                }
            }
            return names
        }
    }
}
