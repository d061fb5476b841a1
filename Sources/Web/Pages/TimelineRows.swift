extension Timeline.Row: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case label, labelY, lineY, width, isEmpty
    }

    static func template(in templates: RowTemplates) -> RowTemplate<Timeline.Row> { templates.lane }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .label: .text(label)
        case .labelY: .text(labelY)
        case .lineY: .text(lineY)
        case .width: .text(width)
        case .isEmpty: .flag(isEmpty)
        }
    }
}

extension Timeline.Tick: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case x, labelX, label, bottom, height, isYear
    }

    static func template(in templates: RowTemplates) -> RowTemplate<Timeline.Tick> { templates.tick }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .x: .text(x)
        case .labelX: .text(labelX)
        case .label: .text(label)
        case .bottom: .text(bottom)
        case .height: .text(height)
        case .isYear: .flag(isYear)
        }
    }
}

extension Timeline.Mark: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case title, x, y, points, width, height, look, words, wordsX, wordsY
    }

    static func template(in templates: RowTemplates) -> RowTemplate<Timeline.Mark> { templates.mark }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .title: .text(title)
        case .x: .text(x)
        case .y: .text(y)
        case .points: .text(points ?? "")
        case .width: .text(width)
        case .height: .text(height)
        case .look: .text(look)
        case .words: .text(words ?? "")
        case .wordsX: .text(wordsX)
        case .wordsY: .text(wordsY)
        }
    }
}
