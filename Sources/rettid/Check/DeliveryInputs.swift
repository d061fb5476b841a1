import Exchange
import Foundation

/// The deliveries that a list of paths stands for.
///
/// A folder stands for the XML files and archives inside it, an archive for the XML files inside it, both at any
/// depth and by name.
struct DeliveryInputs {
    /// A delivery, or what should have been one.
    struct Input: Sendable {
        /// What it is called in a report.
        let name: String
        let source: Result<DeliverySource, DeliveryObstacle>

        /// Checks the delivery.
        ///
        /// - Parameters:
        ///   - options: How.
        ///   - progress: Told how many bytes have been read since it was told last.
        /// - Returns: What was found, or why it could not be checked.
        func check(_ options: DeliveryFile.Options, _ progress: (Int) -> Void) -> CheckedFile {
            switch source {
            case .success(let source): return DeliveryFile(source: source, options: options).check(progress)
            case .failure(let obstacle):
                return CheckedFile(
                    report: DeliveryFileReport(
                        file: name,
                        format: options.format,
                        mode: options.mode,
                        obstacle: obstacle
                    )
                )
            }
        }
    }

    private(set) var list: [Input] = []
    /// The archives inside archives, which are not opened.
    private(set) var archivesInside: [ZipEntry] = []

    init(_ paths: [String]) {
        for path in paths { add(path) }
    }

    private mutating func add(_ path: String) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            addFolder(path)
        } else {
            addFile(path)
        }
    }

    private mutating func addFolder(_ path: String) {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let endings = [".xml", ".zip"]
        let paths = names.filter { name in endings.contains { name.lowercased().hasSuffix($0) } }.sorted()
            .map { (path.hasSuffix("/") ? path : path + "/") + $0 }
        let files = paths.filter { path in
            var isFolder: ObjCBool = false
            return !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue
        }
        if files.isEmpty { list.append(Input(name: path, source: .failure(.emptyFolder))) }
        for file in files { addFile(file) }
    }

    private mutating func addFile(_ path: String) {
        guard ZipArchive.isArchive(path) else {
            return list.append(Input(name: path, source: .success(.file(path: path))))
        }
        do throws(DeliveryObstacle) {
            let archive = try ZipArchive.take(path)
            defer { archive.giveBack() }
            let contents = try archive.contents()
            archivesInside += contents.archives
            guard !contents.documents.isEmpty else { throw .emptyArchive }
            list += contents.documents.map { Input(name: $0.fullName, source: .success(.entry($0))) }
        } catch {
            list.append(Input(name: path, source: .failure(error)))
        }
    }

    /// What is told of archives inside archives: a line for each of the first twenty, and how many more there are.
    func notes(in language: MessageLanguage) -> [String] {
        let words = DeliveryWords(language)
        let most = 20
        let lines = archivesInside.prefix(most).map { entry in
            DeliveryReport.withoutControls("\(entry.fullName): \(words["report.archiveInside"])")
        }
        let others = archivesInside.count - lines.count
        return others > 0 ? lines + [words.count("report.archivesInside", others)] : lines
    }
}
