/// Another engine, libxml2, that judges documents by a schema.
package enum Xmllint {
    private static let program = "/usr/bin/xmllint"

    /// Whether it is installed.
    package static var isHere: Bool { OutsideProgram.isHere(program) }

    /// Which of the files are valid by the schema at a path.
    ///
    /// - Throws: What ``OutsideProgram`` throws.
    package static func valid(_ paths: [String], schema: String) throws -> Set<String> {
        let suffix = " validates"
        var valid: Set<String> = []
        // Not all at once: a command line has an end.
        for start in stride(from: 0, to: paths.count, by: 500) {
            let some = paths[start..<min(start + 500, paths.count)]
            let told = try OutsideProgram.errors(of: program, ["--noout", "--nonet", "--schema", schema] + some)
            for line in told.split(separator: "\n") where line.hasSuffix(suffix) {
                valid.insert(String(line.dropLast(suffix.count)))
            }
        }
        return valid
    }
}
