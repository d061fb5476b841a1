/// What `rettid message check` found, file by file.
package struct MessageCheckReport: Sendable {
    /// One file and what the rules say of it.
    package struct Entry: Sendable {
        /// The file as the caller named it.
        package var file: String
        /// What the rules say of it.
        package var message: CheckedMessage

        package init(file: String, message: CheckedMessage) {
            self.file = file
            self.message = message
        }
    }

    /// One for each file, in the order in which they were checked.
    package var entries: [Entry]

    package init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// Whether no file breaks a rule of any of the three kinds, the two known exceptions included.
    package var isValid: Bool { entries.allSatisfy { $0.message.brokenLevels.isEmpty } }

    /// The contract for programs, UTF-8, without line feed at the end: one list of `{"file", "messageType", "wireValid",
    /// "bufdirValid", "domainValid", "errors": [{"level", "path", "line", "message"}]}`.
    ///
    /// `messageType` and `domainValid` are null where the root is not recognised, `bufdirValid` also where the message is
    /// one of our own.
    package var json: [UInt8] {
        var json = JsonWriter()
        json.beginList()
        for entry in entries {
            json.beginObject()
            json.name("file")
            json.text(entry.file)
            json.name("messageType")
            if let kind = entry.message.kind { json.text(kind.name) } else { json.null() }
            json.name("wireValid")
            json.boolean(entry.message.wireValid)
            json.name("bufdirValid")
            json.write(entry.message.bufdirValid)
            json.name("domainValid")
            json.write(entry.message.domainValid)
            json.name("errors")
            json.beginList()
            for error in entry.message.errors { json.write(error) }
            json.endList()
            json.endObject()
        }
        json.endList()
        return json.bytes
    }

    /// The same for people: a line per file, and before it a line per error as compilers write them.
    package var lines: [String] {
        entries.flatMap { entry in
            entry.message.errors.map { error in
                "\(entry.file):\(error.line): \(error.level.rawValue) \(error.path): \(error.message)"
            } + ["\(entry.file): \(entry.message.summary)"]
        }
    }
}

extension CheckedMessage {
    /// The type and which rules are broken, in a few English words.
    fileprivate var summary: String {
        let type = kind?.name ?? "not a message that we know"
        let broken = brokenLevels.map(\.rawValue)
        guard !broken.isEmpty else { return type + ", valid" }
        let exception = errors.areKnownExceptions ? " (a known exception: no message of this type can be)" : ""
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
