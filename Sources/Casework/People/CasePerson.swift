package import Law

/// Somebody in a child's case, as the service knows them: the child, a parent, a foster parent, a professional.
///
/// A person is set anew as a whole when anything is corrected; the earlier entry stays in the journal.
package struct CasePerson: Hashable, Sendable {
    /// As the service writes it; empty where nobody knows it.
    package var name: String
    /// The person's number, where anybody knows it.
    package var number: PersonNumber?
    /// The day of birth, where it is known without a number; for the unborn, `nil`.
    package var birthDay: CalendarDay?
    /// As written; nothing where nobody knows it.
    package var phone: String?
    /// As written; nothing where nobody knows it.
    package var email: String?
    /// The language that an interpreter is needed for (tolk).
    package var interpreter: String?
    /// Where the person lives; `nil` where nobody has said.
    package var residence: Residence?

    package init(
        name: String,
        number: PersonNumber?,
        birthDay: CalendarDay?,
        phone: String?,
        email: String?,
        interpreter: String?,
        residence: Residence?
    ) {
        self.name = name
        self.number = number
        self.birthDay = birthDay
        self.phone = phone
        self.email = email
        self.interpreter = interpreter
        self.residence = residence
    }
}

extension CasePerson {
    /// The day of birth, from the number where nobody has told it.
    package var knownBirthDay: CalendarDay? { birthDay ?? number?.birthDay }
}

/// Where somebody lives: open to the service's readers, or hidden.
package enum Residence: Hashable, Sendable {
    /// Seen by everybody who reads the case.
    case open(PostalAddress)
    /// Sealed by itself, and seen only with a right of its own (skjult adresse).
    case hidden(HiddenAddress)
}
