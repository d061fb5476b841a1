/// A system of linear equations, solved by elimination with row exchange.
enum LinearSystem {
    /// The x of A x = b; `nil` where the rows depend on each other.
    static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let count = rows.count
        for column in 0..<count {
            let largest = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
            guard let pivot = largest, abs(rows[pivot][column]) > 1e-12 else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for place in column...count {
                    rows[row][place] -= factor * rows[column][place]
                }
            }
        }
        return (0..<count).map { rows[$0][count] / rows[$0][$0] }
    }
}
