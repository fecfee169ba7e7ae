import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import Scenarios
import Theatre
import Vedette

extension MeasureCommand {
  /// One edit after the other, answered through the library as a page that is kept open would.
  struct Edits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Time scripted edits of a posture: what one place, or every place, has left.")

    @Argument(help: "The scenario's folder.") var scenario: String
    @Option(help: "Id of the place; the first of those named first when left out.")
    var place: String?
    @Flag(help: "Ask for every place.") var everywhere = false
    @Option(help: "How many edits.") var count = 50
    @Option(help: "Draws in each of the 16 replicates, a power of two.") var draws = 64
    @Option(help: "Tasks at once.")
    var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)

    func validate() throws {
      guard (1...10_000).contains(count) else {
        throw ValidationError("--count \(count): expected 1 to 10000 edits")
      }
      guard (4...65_536).contains(draws), draws.nonzeroBitCount == 1 else {
        throw ValidationError("--draws \(draws): expected a power of two from 4 to 65536")
      }
      guard (1...64).contains(threads) else {
        throw ValidationError("--threads: expected 1 to 64")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let analysis = try Analysis(try Scenario(path: scenario), pack: Terminal.pack)
        let theatre = analysis.scenario.theatre
        let asked = try place.map { try Terminal.place($0, of: theatre).id } ?? theatre.focus[0].id
        let base = theatre.headline.after.value
        let ask = Ask(
          levels: [.tactical], places: everywhere ? nil : [asked], products: [.series])
        // the survey is made by the first answer
        _ = try await analysis.answer(ask, .draws(4), seed: 1, threads: threads)
        var times: [Double] = []
        let clock = ContinuousClock()
        for number in 0..<count {
          let start = clock.now
          let posture = try theatre.posture(base, applying: edits(number, theatre, base))
          _ = try await analysis.answer(
            ask, .draws(draws), seed: 1, postures: [posture], threads: threads)
          times.append((clock.now - start) / .milliseconds(1))
        }
        try Terminal.print(Edits.json(times.sorted()).text + "\n")
      }
    }

    /// Moves a launcher, switches a sensor off, or sets the time that a decision takes, in turn; a scenario
    /// that has nothing of a turn gets another edit in its place, and none where it has nothing at all.
    private func edits(
      _ number: Int, _ theatre: Theatre, _ base: String
    ) -> [Theatre.Edit] {
      let posture = theatre.posture(base)!
      let turn = number / 3
      let decision = Address("alert", "decision")
      if number % 3 == 2, let law = theatre.bibliography.laws[decision] {
        return [.set(decision, Law(law.kind, .constant(Double(10 + turn % 12 * 10))))]
      }
      if number % 3 == 1 || posture.forces.isEmpty, !posture.sensors.isEmpty {
        return [.off(posture.sensors[turn % posture.sensors.count])]
      }
      guard !posture.forces.isEmpty else { return [] }
      let force = posture.forces[turn % posture.forces.count]
      let sites = Set(theatre.postures.flatMap(\.forces).map(\.site)).sorted().filter {
        $0 != force.site
      }
      return [sites.isEmpty ? .remove(force.id) : .move(force.id, to: sites[turn % sites.count])]
    }

    private static func json(_ times: [Double]) -> Json {
      func quantile(_ q: Double) -> Json {
        .number(times[min(times.count - 1, Int((q * Double(times.count)).rounded(.up)) - 1)])
      }
      return .object([
        ("edits", .integer(times.count)), ("median_ms", quantile(0.5)), ("p95_ms", quantile(0.95)),
        ("slowest_ms", .number(times[times.count - 1])),
      ])
    }
  }
}
