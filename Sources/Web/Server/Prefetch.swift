import HTTPTypes
import Hummingbird

/// A browser that fetches a page before anybody has asked for it: nobody sees the page, so nobody has opened it.
///
/// Such a request is refused before it reaches a session or a case. Source: the Fetch standard's `Sec-Purpose`, and the
/// older names for it.
enum Prefetch {
    /// The headers by which browsers tell.
    private static let names: [HTTPField.Name] = [.secPurpose, .purpose, .xMoz]

    static func isAsked(by request: Request) -> Bool {
        names.contains { name in
            request.headers[values: name].contains { value in
                value.lowercased().split { ";, ".contains($0) }.contains { $0 == "prefetch" || $0 == "preview" }
            }
        }
    }

    /// Nothing, not to be kept, and to be asked for again when somebody wants it.
    static var refusal: Response { Response(status: .serviceUnavailable) }

    /// Says of a page that its answer depends on whether somebody has asked for it.
    static func mark(_ headers: inout HTTPFields) {
        headers[.vary] = names.map(\.rawName).joined(separator: ", ")
    }
}

extension HTTPField.Name {
    fileprivate static let secPurpose = named("Sec-Purpose")
    fileprivate static let purpose = named("Purpose")
    fileprivate static let xMoz = named("X-Moz")
}
