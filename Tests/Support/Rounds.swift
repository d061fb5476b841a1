import Foundation

/// How often the random tests run, scaled by the environment variable `RETTID_ROUNDS`.
///
/// The variable is the number of kills of the server: 50 at every commit, and where it is not set; 10,000 in the
/// torture run. The kills are counted as evidence; the other random tests, many of which wait for the disk or write
/// whole stores, do not grow in step: the torture run multiplies them by ten at most, every commit by one.
package enum Rounds {
    private static let asked =
        ProcessInfo.processInfo.environment["RETTID_ROUNDS"].flatMap { Int($0) }.map { max(1, $0) } ?? 50

    /// How often the server is killed in all; at least once.
    package static var ofKilling: Int { asked }

    /// How often another random test runs whose `usual` rounds are enough for every commit.
    ///
    /// That is `usual` times a 500th of the kills, rounded down, at least 1 and at most 10: ten times from 5,000
    /// kills on.
    package static func of(_ usual: Int) -> Int {
        usual * min(10, max(1, asked / 500))
    }
}
