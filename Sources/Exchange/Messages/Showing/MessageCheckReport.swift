/// What `rettid message check` found, file by file.
package struct MessageCheckReport: Hashable, Sendable {
    /// The verdicts on one file.
    package struct Entry: Hashable, Sendable {
        /// The file as the caller named it.
        package var file: String
        package var verdict: MessageVerdict

        package init(file: String, verdict: MessageVerdict) {
            self.file = file
            self.verdict = verdict
        }
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// Whether no file breaks a rule of any of the three kinds, the two known exceptions included.
    package var isValid: Bool { entries.allSatisfy { $0.verdict.brokenLevels.isEmpty } }

    /// The contract for programs, UTF-8, without line feed at the end: one list of `{"file", "messageType", "wireValid",
    /// "bufdirValid", "domainValid", "errors": [{"level", "path", "line", "message"}]}`.
    ///
    /// `messageType` and `bufdirValid` are null where the root is not recognised, `domainValid` where our own rules
    /// could not be tried.
    package var json: [UInt8] {
        var json = JsonWriter()
        json.beginList()
        for entry in entries {
            json.beginObject()
            json.name("file")
            json.text(entry.file)
            json.name("messageType")
            if let type = entry.verdict.messageType { json.text(type.rawValue) } else { json.null() }
            json.name("wireValid")
            json.boolean(entry.verdict.wireValid)
            json.name("bufdirValid")
            json.write(entry.verdict.bufdirValid)
            json.name("domainValid")
            json.write(entry.verdict.domainValid)
            json.name("errors")
            json.beginList()
            for error in entry.verdict.errors { json.write(error) }
            json.endList()
            json.endObject()
        }
        json.endList()
        return json.bytes
    }

    /// The same for people: a line per file, and before it a line per error as compilers write them.
    package var lines: [String] {
        entries.flatMap { entry in
            entry.verdict.errors.map { error in
                "\(entry.file):\(error.line): \(error.level.rawValue) \(error.path): \(error.message)"
            } + ["\(entry.file): \(entry.verdict.summary)"]
        }
    }
}

extension MessageVerdict {
    /// The kinds of rules that the message breaks.
    package var brokenLevels: [MessageError.Level] {
        let valid: [(MessageError.Level, Bool?)] = [
            (.wire, wireValid), (.bufdir, bufdirValid), (.domain, domainValid),
        ]
        return valid.filter { $0.1 == false }.map(\.0)
    }

    /// The type and which rules are broken, in a few English words.
    fileprivate var summary: String {
        let type = messageType?.rawValue ?? "not a message that we know"
        let broken = brokenLevels.map(\.rawValue)
        guard !broken.isEmpty else { return type + ", valid" }
        let exception = outbound.isAllowed ? " (a known exception: no message of this type can be)" : ""
        return type + ", not valid by \(broken.joined(separator: ", "))\(exception)"
    }
}

extension JsonWriter {
    fileprivate mutating func write(_ value: Bool?) {
        if let value { boolean(value) } else { null() }
    }

    fileprivate mutating func write(_ error: MessageError) {
        beginObject()
        name("level")
        text(error.level.rawValue)
        name("path")
        text(error.path)
        name("line")
        integer(error.line)
        name("message")
        text(error.message)
        endObject()
    }
}
