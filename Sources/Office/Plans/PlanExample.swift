package import Planning

/// A scenario that a plan can begin from.
package enum PlanExample: String, CaseIterable, Sendable {
    case norway, stroke, mm10, mm10Loss, mm3To10, jackson, priority, erlangA, overflow

    /// The document, as it lies in the repository's `Examples/scenarios`.
    package var document: [UInt8] {
        switch self {
        case .norway: PackageResources.norway_json
        case .stroke: PackageResources.stroke_json
        case .mm10: PackageResources.mm10_json
        case .mm10Loss: PackageResources.mm10_loss_json
        case .mm3To10: PackageResources.mm3_10_json
        case .jackson: PackageResources.jackson_json
        case .priority: PackageResources.priority_json
        case .erlangA: PackageResources.erlang_a_json
        case .overflow: PackageResources.overflow_json
        }
    }

    /// The scenario.
    ///
    /// - Throws: Never for the examples as they are built in; a test reads them all.
    package func scenario() throws(ScenarioProblem) -> Scenario { try PlanDocument.scenario(document) }
}
