extension ExactAnswer: Written {
    package var members: WrittenMembers {
        ["method": method, "figures": figures, "needs": needs.isEmpty ? nil : needs]
    }
}

extension ExactAnswer.Figure: Written {
    package var members: WrittenMembers {
        [
            "class": scope.ofClass,
            "kind": scope.kind,
            "region": scope.region,
            "measure": measure.rawValue,
            "value": value,
        ]
    }
}

extension ExactAnswer.Need: Written {
    package var members: WrittenMembers { ["kind": kind, "places": places, "pBlocked": pBlocked] }
}
