/// Looks for many byte patterns at once, in one pass.
package struct PatternSearch: Sendable {
    private let patterns: [[UInt8]]
    /// The patterns that begin with two bytes, by those bytes.
    private let byStart: [[Int]]

    /// Patterns of fewer than two bytes are left out.
    package init(_ patterns: [[UInt8]]) {
        self.patterns = patterns.filter { $0.count >= 2 }
        var byStart = [[Int]](repeating: [], count: 65_536)
        for (index, pattern) in self.patterns.enumerated() {
            byStart[Int(pattern[0]) << 8 | Int(pattern[1])].append(index)
        }
        self.byStart = byStart
    }

    /// How many patterns are looked for.
    package var count: Int { patterns.count }

    /// Which patterns stand somewhere in the bytes.
    package func found(in bytes: some Collection<UInt8>) -> [[UInt8]] {
        let bytes = Array(bytes)
        var found: Set<Int> = []
        bytes.withUnsafeBufferPointer { bytes in
            byStart.withUnsafeBufferPointer { byStart in
                var place = 0
                while place + 1 < bytes.count {
                    let candidates = byStart[Int(bytes[place]) << 8 | Int(bytes[place + 1])]
                    for index in candidates where bytes[place...].starts(with: patterns[index]) { found.insert(index) }
                    place += 1
                }
            }
        }
        return found.sorted().map { patterns[$0] }
    }
}
