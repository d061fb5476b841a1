import Office
import Synthetic

extension OfficeRooms {
    /// Takes a pretend message in as its sender's, and notes that it was answered.
    func receive(_ message: PretendMessage, from sender: Sender) async throws -> IntakeAnswer {
        let (answer, receipt) = try await reception.receive(
            message.bytes,
            form: message.format,
            from: sender,
            key: nil,
            messageID: message.messageID
        )
        if let receipt { reception.noteAnswered(receipt) }
        return answer
    }
}
