import Foundation

/// The calls to the file system that a drop box is made of.
///
/// The names of files are bytes: others may have given them, in any encoding or none.
enum Disk {
    /// A path as the system takes it.
    typealias Path = [CChar]

    /// What became of reading a file.
    enum Reading {
        case bytes([UInt8])
        /// Somebody has taken it meanwhile.
        case gone
        /// It can never be read.
        case unusable(EnvelopeFault)
    }

    static func path(_ folder: String, _ name: [UInt8]) -> Path {
        Array(folder.utf8CString.dropLast()) + [CChar(bitPattern: UInt8(ascii: "/"))]
            + name.map { CChar(bitPattern: $0) } + [0]
    }

    /// Makes a folder that only this user may look into; one that is there stays as it is.
    static func makeFolder(_ path: String) throws(TransportError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir") }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder that do not begin with a dot, in the order of their bytes.
    static func names(in folder: String) throws(TransportError) -> [[UInt8]] {
        guard let stream = opendir(folder) else { throw failure("opendir") }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw failure("readdir") }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The bytes of a file; none where it is gone or is no file.
    static func size(of path: Path) -> Int {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    /// Reads a whole file.
    ///
    /// A link is not followed and a pipe not waited for.
    static func read(_ path: Path, atMost limit: Int) throws(TransportError) -> Reading {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: return .gone
            case ELOOP, EACCES, EPERM, ENXIO: return .unusable(.notAFile)
            default: throw failure("open")
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("fstat") }
        guard status.st_mode & S_IFMT == S_IFREG else { return .unusable(.notAFile) }
        let size = Int(status.st_size)
        guard size <= limit else { return .unusable(.tooLarge(size)) }
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if read < 0, errno == EINTR { continue }
                if read < 0 { code = errno }
                guard read > 0 else { return }
                count += read
            }
        }
        guard code == 0 else { throw failure("read", code) }
        return .bytes(bytes)
    }

    /// Writes a file under a name that nobody reads, makes sure that its bytes lie on the disk, and moves it to its
    /// last name in another folder; on an error nothing is left.
    ///
    /// While it is being written it is locked, so that ``removeAbandoned(in:)`` knows whose writer lives.
    static func put(
        _ bytes: [UInt8],
        writing: (folder: String, name: [UInt8]),
        last: (folder: String, name: [UInt8])
    ) throws(TransportError) {
        let temporary = path(writing.folder, writing.name)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open") }
        defer { close(descriptor) }
        do throws(TransportError) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw failure("flock") }
            try write(bytes, to: descriptor)
            try giveRights(of: last.folder, to: descriptor)
            guard fsync(descriptor) == 0 else { throw failure("fsync") }
            guard rename(temporary, path(last.folder, last.name)) == 0 else { throw failure("rename") }
        } catch {
            unlink(temporary)
            throw error
        }
        try synchronise(last.folder)
    }

    /// Moves something from one folder to another under a name that may be new; nothing where it is not there.
    ///
    /// - Returns: Whether it was there.
    @discardableResult
    static func move(
        _ source: (folder: String, name: [UInt8]),
        to target: (folder: String, name: [UInt8])
    ) throws(TransportError) -> Bool {
        let from = path(source.folder, source.name)
        guard rename(from, path(target.folder, target.name)) == 0 else {
            let code = errno
            var status = stat()
            // A missing target folder gives the same error as a file that somebody has taken.
            if code == ENOENT, isFolder(target.folder), lstat(from, &status) != 0, errno == ENOENT { return false }
            throw failure("rename", code)
        }
        try synchronise(target.folder)
        if source.folder != target.folder { try synchronise(source.folder) }
        return true
    }

    /// Removes a file, and makes sure that its name is gone from the disk too; nothing where it is not there.
    static func remove(_ name: [UInt8], from folder: String) throws(TransportError) {
        guard unlink(path(folder, name)) == 0 else {
            let code = errno
            // A missing folder gives the same error as a file that is gone already.
            guard code == ENOENT, isFolder(folder) else { throw failure("unlink", code) }
            return
        }
        try synchronise(folder)
    }

    /// Removes what a process that has ended left half written: a file whose writer lives is locked.
    static func removeAbandoned(in folder: String) throws(TransportError) {
        for name in try names(in: folder) {
            let path = path(folder, name)
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
        }
    }

    /// Makes sure that the names in a folder lie on the disk, as the files' bytes do.
    static func synchronise(_ folder: String) throws(TransportError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("fsync") }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(TransportError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write") }
            written += count
        }
    }

    /// Lets those read the file who may look into its folder, and nobody else.
    private static func giveRights(of folder: String, to descriptor: Int32) throws(TransportError) {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw failure("stat") }
        guard fchmod(descriptor, status.st_mode & 0o666) == 0 else { throw failure("fchmod") }
    }

    private static func failure(_ call: String, _ code: Int32 = errno) -> TransportError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .full
        default: .disk(call: call, code: code)
        }
    }
}
