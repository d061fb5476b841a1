extension PlainWalk {
    /// What was counted about one class.
    struct Tally {
        var (arrivals, requests, started, elsewhere) = (0, 0, 0, 0)
        var (refused, waited, left, breaches, lengths) = (0, 0, 0, 0, 0)
        var (waits, breachLength, sojourns) = (0.0, 0.0, 0.0)
        var gone = 0
        var (waiting, living, interim) = (0.0, 0.0, 0.0)
    }

    /// What was counted about the places of one kind in one region.
    struct PlaceTally {
        var (open, used, square, full, surge) = (0.0, 0.0, 0.0, 0.0, 0.0)
    }
}
