/// Where something stands in a JSON document, such as `/classes/0/stays/home` (RFC 6901).
package enum JsonPointer {
    /// A step to a member of any name, or to an item by its number, as it stands in a pointer.
    package static func token(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The steps of a pointer, in order; none for the whole document.
    package static func tokens(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}
