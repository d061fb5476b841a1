import Hummingbird
import Office

/// A place in a list as an address carries it: `after` or `before`, never both.
enum ListAddress {
    /// The position that an address asks for; the start where it names none.
    ///
    /// - Throws: ``Absent`` for what no list of ours has linked to.
    static func position(in request: Request) throws -> ListPosition {
        let query = request.uri.queryParameters
        switch (query["after"], query["before"]) {
        case (nil, nil): return .start
        case (let after?, nil): return .after(try place(after))
        case (nil, let before?): return .before(try place(before))
        case (.some, .some): throw Absent()
        }
    }

    private static func place(_ text: Substring) throws -> ListPlace {
        guard let place = ListPlace(text) else { throw Absent() }
        return place
    }

    /// The address of a page of the list at `path`, which may have a query already.
    static func path(_ path: String, at position: ListPosition) -> String {
        let query = path.contains("?") ? "&" : "?"
        return switch position {
        case .start: path
        case .after(let place): "\(path)\(query)after=\(place.text)"
        case .before(let place): "\(path)\(query)before=\(place.text)"
        }
    }

    /// The links of a page to those beside it.
    static func links(
        _ path: String,
        from position: ListPosition,
        previous: ListPlace?,
        next: ListPlace?
    ) -> PageLinks? {
        PageLinks(
            first: position == .start ? nil : path,
            previous: previous.map { self.path(path, at: .before($0)) },
            next: next.map { self.path(path, at: .after($0)) }
        )
    }
}
