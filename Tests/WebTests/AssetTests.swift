import Foundation
import Testing

@testable import Web

struct `The style sheet` {
    @Test func `holds each of its parts once and nothing else`() throws {
        let asset = try #require(Asset.all.first { $0.name == "rettid.css" })
        let sheet = String(decoding: asset.bytes, as: UTF8.self)
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = tests.appending(path: "../../Sources/Web/Assets").standardized.resolvingSymlinksInPath()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        // What paper changes is a file of its own, which a screen need not fetch first.
        let parts = try files.filter { $0.pathExtension == "css" && $0.lastPathComponent != "print.css" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(parts.count > 10)
        for part in parts { #expect(sheet.contains(part), "\(part.prefix(40))") }
        #expect(parts.reduce(0) { $0 + $1.utf8.count } == asset.bytes.count)
    }

    @Test func `closes every brace that it opens`() throws {
        for asset in Asset.all where asset.name.hasSuffix(".css") {
            let depths = asset.bytes.reduce(into: [0]) { depths, byte in
                if byte == UInt8(ascii: "{") { depths.append((depths.last ?? 0) + 1) }
                if byte == UInt8(ascii: "}") { depths.append((depths.last ?? 0) - 1) }
            }
            #expect(depths.last == 0 && depths.allSatisfy { (0...3).contains($0) }, "\(asset.name)")
        }
    }
}
