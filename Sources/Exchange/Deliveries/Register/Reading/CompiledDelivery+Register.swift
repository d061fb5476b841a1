extension CompiledDelivery {
    /// The register's table, ready to check with.
    package static let register = CompiledDelivery([RegisterTable.delivery])
}

extension DeliveryRecorder {
    /// Keeps a delivery to the register whole.
    static var register: DeliveryRecorder {
        DeliveryRecorder(.register, units: [RegisterTable.delivery], owner: RegisterTable.registerCase)
    }
}
