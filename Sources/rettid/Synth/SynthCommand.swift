import ArgumentParser
import Casework
import Foundation
import Journal
import Law
import Logging
import Office
import Synthetic

/// Makes pretend material.
///
/// `rettid synth service --seed N [--size N | --cases N] -o PATH`
struct SynthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth",
        abstract: "Make pretend material: no real person, ever.",
        subcommands: [Service.self, Serve.self]
    )

    /// A store with the journals of the pretend world's services.
    struct Service: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a store with the pretend services' journals.",
            discussion: """
                Every report is posted, opened by somebody, and every fourth one looked into further. With --cases the \
                store holds that many children's cases instead, in generated services of 500 each.
                """
        )

        @Option(help: "Another number gives another world.")
        var seed: UInt64 = 2026

        @Option(help: "How many messages with reports of concern.")
        var size = 1000

        @Option(help: "Cases of many generated services, with three years of history, instead of messages.")
        var cases: Int?

        @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The new store.", valueName: "PATH"))
        var output: String

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: output) else {
                throw UsageProblem("\(output): exists already; nothing is overwritten. Choose another place.")
            }
            let clock = PretendClock()
            if cases != nil { clock.set(PretendPast.beginning(before: systemClock())) }
            let store = try SQLiteStore(path: output, clock: clock.now)
            let masters = MasterKeys.generate()
            try masters.write(to: output + ".keys")
            let world = PretendWorld(seed: seed)
            let many = cases.map { ManyCases(world: world, cases: max(1, $0)) }
            let work = output + ".work"
            var settings =
                try many?.settings(folder: work, node: nodeName())
                ?? world.settings(folder: work, node: nodeName())
            settings.witnessFile = nil
            let rooms = try OfficeRooms(
                settings: settings,
                store: store,
                masters: masters,
                environment: Environment(now: clock.now, newID: systemID),
                logger: .standard
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await rooms.run() }
                if let many {
                    try await many.fill(rooms, clock: clock)
                } else {
                    try await fill(rooms, from: world)
                }
                group.cancelAll()
            }
            try FileManager.default.removeItem(atPath: work)
        }

        private func fill(_ rooms: OfficeRooms, from world: PretendWorld) async throws {
            let progress = Progress("messages")
            let writers = 64
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        for index in stride(from: writer, to: size, by: writers) {
                            try await live(world.message(index), index, in: rooms)
                            if index.isMultiple(of: 500) { progress.show(share: Double(index) / Double(size)) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            progress.end()
        }

        /// Posts a message and does with its reports what a service does.
        private func live(_ message: PretendMessage, _ index: Int, in rooms: OfficeRooms) async throws {
            let sender = rooms.senders.all[0]
            let answer = try await rooms.receive(message, from: sender)
            guard case .received(let stored) = answer,
                let person = rooms.people.all.first(where: { $0.unit == stored.unit && $0.role == .caseworker })
            else { return }
            for id in stored.concerns {
                _ = try await rooms.concerns.open(person, id)
                guard index.isMultiple(of: 4) else { continue }
                _ = try await rooms.concerns.perform(person, .setUrgency(true), on: id, key: "urgent-\(id)")
                _ = try await rooms.concerns.perform(person, .setUrgency(false), on: id, key: "calm-\(id)")
            }
        }
    }
}
