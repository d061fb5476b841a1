import Hummingbird
import Law
import Office

extension SignedInContext {
    /// The id in the path; one that is none is as absent as one that nobody has.
    func recordID() throws -> RecordID {
        guard let id = coreContext.parameters.get("id").flatMap({ RecordID($0) }) else { throw Absent() }
        return id
    }
}
