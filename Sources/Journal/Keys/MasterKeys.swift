package import Crypto
package import Foundation

/// The keys at the top: they wrap the units' keys and nothing else.
///
/// The newest one wraps; older ones only unwrap. They live outside the store, in a file or a vault of the operator's.
package struct MasterKeys: Sendable {
    /// Why a key file gives no keys; it names the file and never what stands in it.
    package enum FileError: Error, CustomStringConvertible {
        /// It is not there, or may not be read.
        case unreadable(path: String)
        /// A line is neither a key nor a note; the number counts from 1.
        case wrongForm(path: String, line: Int)
        /// It has no key.
        case empty(path: String)

        package var description: String {
            switch self {
            case .unreadable(let path):
                "The key file \(path) cannot be read; check that it exists and that this user may read it."
            case .wrongForm(let path, let line):
                "The key file \(path), line \(line): expected a number, a space and 64 hexadecimal digits."
            case .empty(let path):
                "The key file \(path) holds no key; without the right one, nothing in the store can be read."
            }
        }
    }

    /// Key by number; the highest number is the newest.
    private let keys: [Int: SymmetricKey]
    /// The number of the key that wraps from now on.
    package let newest: Int

    package init(keys: [Int: SymmetricKey], newest: Int) {
        self.keys = keys
        self.newest = newest
    }

    /// One fresh key, number 1.
    package static func generate() -> MasterKeys {
        MasterKeys(keys: [1: SymmetricKey(size: .bits256)], newest: 1)
    }

    /// The same keys and one more, which is used from now on.
    package func rotated() -> MasterKeys {
        var keys = keys
        keys[newest + 1] = SymmetricKey(size: .bits256)
        return MasterKeys(keys: keys, newest: newest + 1)
    }

    /// The key of a number; `nil` where the file does not have it.
    package subscript(number: Int) -> SymmetricKey? { keys[number] }

    /// Reads a key file: one key a line, `number hexadecimal`; lines that begin with `#` are notes.
    package init(file path: String) throws(FileError) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unreadable(path: path) }
        try self.init(text: text, path: path)
    }

    init(text: String, path: String) throws(FileError) {
        var keys: [Int: SymmetricKey] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: " ")
            guard parts.count == 2, let number = Int(parts[0]), number > 0, let bytes = Data(hexadecimal: parts[1]),
                bytes.count == 32
            else { throw .wrongForm(path: path, line: index + 1) }
            keys[number] = SymmetricKey(data: bytes)
        }
        guard let newest = keys.keys.max() else { throw .empty(path: path) }
        self.init(keys: keys, newest: newest)
    }

    /// The text of a key file.
    package var fileText: String {
        let lines = keys.sorted { $0.key < $1.key }.map { number, key in
            "\(number) \(key.withUnsafeBytes { Data($0).hexadecimal })\n"
        }
        return "# Rettid master keys. Who holds this file and the store can read every case: keep them apart.\n"
            + lines.joined()
    }

    /// Writes a key file that only this user can read, and makes sure that it lies on the disk.
    package func write(to path: String) throws {
        try writePrivately(Data(fileText.utf8), to: path)
    }
}

/// Writes a file that only this user may read, synchronised to the disk before it takes its name.
package func writePrivately(_ data: Data, to path: String) throws {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXFailure(call: "open", path: temporary) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: data)
    try file.synchronize()
    try file.close()
    guard rename(temporary, path) == 0 else { throw POSIXFailure(call: "rename", path: path) }
    try synchroniseFolder(of: path)
}

/// Makes sure that a file's name lies on the disk, as its bytes do.
func synchroniseFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXFailure(call: "open", path: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXFailure(call: "fsync", path: folder) }
}

/// A call to the system that failed, with the system's own word for it.
package struct POSIXFailure: Error, CustomStringConvertible {
    /// The name of the call, such as `open`.
    package let call: String
    /// The file that it was about.
    package let path: String
    /// The system's number for what went wrong (errno).
    package let code: Int32

    package init(call: String, path: String, code: Int32 = errno) {
        self.call = call
        self.path = path
        self.code = code
    }

    package var description: String { "\(call) \(path): \(String(cString: strerror(code)))" }
}

extension Data {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads an even number of digits of either case; `nil` where there is anything else.
    package init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes = Data()
        var high: UInt8?
        for digit in text {
            guard digit.isASCII, let value = digit.hexDigitValue else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        self = bytes
    }
}
