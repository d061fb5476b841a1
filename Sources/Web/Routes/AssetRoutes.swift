import HTTPTypes
import Hummingbird
import NIOCore

/// The files that pages refer to, from the program itself.
///
/// Pages name them with a version in the path, which a browser may keep for a year; without it they are asked for
/// again and compared by their tag.
struct AssetRoutes: Sendable {
    private static let forever = "public, max-age=31536000, immutable"
    private let byName = Dictionary(uniqueKeysWithValues: Asset.all.map { ($0.name, $0) })

    func add(to router: Router<RettidContext>) {
        // One place in a path has one name in the router, whichever of the two it holds.
        router.get("/assets/{version}") { request, context in
            try answer(request, context.parameters.get("version"), cache: "no-cache")
        }
        router.get("/assets/{version}/{name}") { request, context in
            guard context.parameters.get("version") == Asset.version else { throw HTTPError(.notFound) }
            return try answer(request, context.parameters.get("name"), cache: Self.forever)
        }
    }

    private func answer(_ request: Request, _ name: String?, cache: String) throws -> Response {
        guard let asset = name.flatMap({ byName[$0] }) else { throw HTTPError(.notFound) }
        let tag = "\"\(Asset.version)\""
        let headers: HTTPFields = [.cacheControl: cache, .eTag: tag]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        var response = Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
        )
        response.headers[.contentType] = asset.contentType
        return response
    }
}
