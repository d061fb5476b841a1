import Casework
import Law

/// Reads of a stored report only what a list needs; names and texts are stepped over.
extension ByteReader {
    mutating func concernGist() throws(CodecError) -> ConcernGist {
        let isPublic = try skipOrigin()
        let identity = try childIdentity()
        let otherChildren = try integer()
        for _ in 0..<(try count()) {
            try skipText()
            try skipOptionalText()
            _ = try bool()
            try skipOptionalText()
        }
        try skipText()
        for _ in 0..<4 { try skipOptionalText() }
        let municipality = try text()
        for _ in 0..<3 { try skipText() }
        let sentAt = try optional { reader throws(CodecError) in try reader.instant() }
        try skipText()
        let isTypedIn = try skipChannel()
        try skipText()
        let rawID = try optional { reader throws(CodecError) in try reader.recordID() }
        _ = try integer()
        for _ in 0..<(try count()) { try skipText() }
        return ConcernGist(
            isPublic: isPublic,
            isTypedIn: isTypedIn,
            identity: identity,
            otherChildren: otherChildren,
            municipality: municipality,
            sentAt: sentAt,
            rawID: rawID,
            isUrgent: try bool(),
            receivedAt: try instant()
        )
    }

    private mutating func skipOrigin() throws(CodecError) -> Bool {
        switch try byte() {
        case 0:
            for _ in 0..<5 { try skipText() }
            try skipOptionalText()
            if try bool() { try skipAddress() }
            return true
        case 1:
            for _ in 0..<2 { try skipText() }
            if try bool() { try skipAddress() }
            return false
        case let tag: throw .unknownTag(tag)
        }
    }

    private mutating func childIdentity() throws(CodecError) -> ConcernFacts.Identity {
        try skipText()
        let hasNumber = try bool()
        if hasNumber { try skipText() }
        try skipText()
        let isUnborn = try bool()
        try skipAddress()
        try skipOptionalText()
        if try bool() { _ = try bool() }
        for _ in 0..<3 { try skipOptionalText() }
        return ConcernFacts.Identity(hasNumber: hasNumber, isUnborn: isUnborn)
    }

    private mutating func skipChannel() throws(CodecError) -> Bool {
        switch try byte() {
        case 0:
            try skipText()
            return false
        case 1: return true
        case let tag: throw .unknownTag(tag)
        }
    }

    private mutating func skipAddress() throws(CodecError) {
        for _ in 0..<(try count()) { try skipText() }
        for _ in 0..<2 { try skipOptionalText() }
    }

    private mutating func skipOptionalText() throws(CodecError) {
        if try bool() { try skipText() }
    }
}
