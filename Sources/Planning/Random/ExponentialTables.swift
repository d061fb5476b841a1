#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Exponential lengths of mean 1, in a third of the time that a logarithm takes.
///
/// The area under the density is cut into 256 layers of the same size; a number falls into one of them, and nearly
/// always, 99 times of 100, into the part that lies wholly under the curve.
///
/// Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", 2000.
package struct ExponentialTables: Sendable {
    /// The right ends of the layers, from the lowest, which has the tail, to the top.
    private let ends: [Double]
    /// The heights of the curve at those ends.
    private let heights: [Double]

    private static let layers = 256
    /// Where the tail begins.
    private static let tail = 7.697_117_470_131_050
    /// The size of each layer.
    private static let size = 0.003_949_659_822_581_557

    /// Computes the tables, which are the same every time.
    package init() {
        var ends = [Self.size / exp(-Self.tail), Self.tail]
        for layer in 2..<Self.layers {
            ends.append(-log(Self.size / ends[layer - 1] + exp(-ends[layer - 1])))
        }
        ends.append(0)
        self.ends = ends
        heights = ends.map { exp(-$0) }
    }

    /// A length drawn from the stream.
    @inline(__always)
    package func draw(_ stream: inout RandomStream) -> Double {
        let bits = stream.bits()
        let layer = Int(truncatingIfNeeded: bits & 0xFF)
        let length = (Double(bits >> 11) + 0.5) * 0x1p-53 * ends[layer]
        return length < ends[layer + 1] ? length : drawAtEdge(&stream, layer, length)
    }

    @inline(never)
    private func drawAtEdge(_ stream: inout RandomStream, _ layer: Int, _ length: Double) -> Double {
        // Beyond the tail's beginning the curve looks as it does from the start.
        if layer == 0 { return Self.tail - log(stream.unit()) }
        let height = heights[layer] + stream.unit() * (heights[layer + 1] - heights[layer])
        return height < exp(-length) ? length : draw(&stream)
    }
}
