import Crypto
import Foundation
import Synchronization

/// Random bytes for keys and nonces, fetched from the system in larger pieces.
///
/// A report of concern takes five keys and nonces; asking the system for each eight bytes of them costs more than the
/// sealing. What is handed out is wiped from the store of bytes.
enum Randomness {
    private static let pieceSize = 4096
    private static let piece = Mutex<[UInt8]>([])

    /// So many fresh random bytes, at most a piece.
    static func bytes(_ count: Int) -> [UInt8] {
        piece.withLock { piece in
            if piece.count < count { piece = fresh() }
            let start = piece.count - count
            let taken = Array(piece[start...])
            for index in start..<piece.count { piece[index] = 0 }
            piece.removeLast(count)
            return taken
        }
    }

    /// A fresh AES-256 key.
    static func key() -> SymmetricKey { SymmetricKey(data: bytes(32)) }

    private static func fresh() -> [UInt8] {
        SymmetricKey(size: .init(bitCount: pieceSize * 8)).withUnsafeBytes { Array($0) }
    }
}
