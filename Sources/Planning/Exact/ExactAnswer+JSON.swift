extension ExactAnswer: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("method", method)
            try members.put("figures", figures)
            try members.put("needs", needs.isEmpty ? nil : needs)
        }
    }
}

extension ExactAnswer.Figure: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("class", scope.ofClass)
            try members.put("kind", scope.kind)
            try members.put("region", scope.region)
            try members.put("measure", measure.rawValue)
            try members.put("value", value)
        }
    }
}

extension ExactAnswer.Need: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("places", places)
            try members.put("pBlocked", pBlocked)
        }
    }
}
