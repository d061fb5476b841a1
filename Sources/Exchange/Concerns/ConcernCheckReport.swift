/// What `rettid concern check` found, file by file.
package struct ConcernCheckReport: Hashable, Sendable {
    /// The verdict on one file.
    package struct Entry: Hashable, Sendable {
        /// The file as the caller named it.
        package var file: String
        /// What is wrong with it; nothing where it follows its form.
        package var problems: [ConcernProblem]

        package init(file: String, problems: [ConcernProblem]) {
            self.file = file
            self.problems = problems
        }

        /// Whether the file follows its form.
        package var isValid: Bool { problems.isEmpty }
    }

    /// One for each file, in the order in which they were checked.
    package var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// Checks a file's bytes and keeps the verdict.
    package mutating func check(
        file: String,
        bytes: [UInt8],
        as format: ConcernFormat,
        limits: JsonLimits = .message
    ) {
        let problems = ConcernDocument.check(bytes, as: format, limits: limits)
        entries.append(Entry(file: file, problems: problems))
    }

    /// Whether every file follows its form.
    package var isValid: Bool { entries.allSatisfy(\.isValid) }

    /// The contract for programs: one list of `{"file", "valid", "errors": [{"pointer", "message"}]}`, UTF-8, without
    /// line feed at the end.
    package var json: [UInt8] {
        var json = JsonWriter()
        json.beginList()
        for entry in entries {
            json.beginObject()
            json.name("file")
            json.text(entry.file)
            json.name("valid")
            json.boolean(entry.isValid)
            json.name("errors")
            json.beginList()
            for problem in entry.problems {
                json.beginObject()
                json.name("pointer")
                json.text(problem.pointer.description)
                json.name("message")
                json.text(problem.message)
                json.endObject()
            }
            json.endList()
            json.endObject()
        }
        json.endList()
        return json.bytes
    }

    /// The same for people: a line per file, a line per problem below it.
    package var lines: [String] {
        entries.flatMap { entry in
            [entry.file + (entry.isValid ? ": valid" : ": not valid")]
                + entry.problems.map { problem in
                    let place = problem.pointer.description
                    return "  " + (place.isEmpty ? "the document" : place) + ": " + problem.message
                }
        }
    }
}
