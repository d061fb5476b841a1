import Foundation
import TestSupport
import Testing

struct `Master keys beside their store` {
    @Test(arguments: [true, false])
    func `are warned of once at every start, and not when they lie elsewhere`(isBeside: Bool) throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        for _ in 0..<2 {
            let keys = isBeside ? [] : ["--keys", elsewhere.file("store.keys")]
            let program = try RunningProgram(in: folder.path, options: keys)
            #expect(program.stop() == 0)
            let said = try String(contentsOfFile: folder.file("errors.log"), encoding: .utf8)
            #expect(said.components(separatedBy: "WARNING").count == (isBeside ? 2 : 1), "\(said)")
        }
    }

    @Test func `can be kept apart by the configuration`() throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        try RunningProgram(in: folder.path, options: ["--keys", elsewhere.file("k")]).stop()
        let path = folder.file("config.json")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let named = "{\"keysFile\":\"\(elsewhere.file("k"))\"," + text.dropFirst()
        try Data(named.utf8).write(to: URL(filePath: path))
        #expect(try RunningProgram(in: folder.path).stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.file("store.keys")))
    }
}
