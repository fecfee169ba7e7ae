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
    @Option(help: "Draws in each of the 16 replicates.") var draws = 64
    @Option(help: "Tasks at once.")
    var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)

    func validate() throws {
      guard (1...10_000).contains(count), (4...65_536).contains(draws) else {
        throw ValidationError("expected 1 to 10000 edits and 4 to 65536 draws")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let analysis = try Analysis(try Scenario(path: scenario), pack: Terminal.pack)
        let theatre = analysis.scenario.theatre
        let asked = place ?? theatre.focus[0].id
        let base = theatre.headline.after.value
        let ask = Ask(
          levels: [.tactical], places: everywhere ? nil : [asked], products: [.series])
        // the survey is made by the first answer
        _ = try await analysis.answer(ask, .draws(4), seed: 1, threads: threads)
        var times: [Double] = []
        let clock = ContinuousClock()
        for number in 0..<count {
          let start = clock.now
          let posture = try theatre.posture(base, applying: [edit(number, theatre, base)])
          let results = try await analysis.answer(
            ask, .draws(draws), seed: 1, postures: [posture], threads: threads)
          precondition(!results.figures.isEmpty, "an answer without figures")
          times.append((clock.now - start) / .milliseconds(1))
        }
        try Terminal.print(Edits.json(times.sorted()).text + "\n")
      }
    }

    /// Moves a launcher, switches a sensor off, or sets the time that a decision takes, in turn.
    private func edit(
      _ number: Int, _ theatre: Theatre, _ base: String
    ) -> Theatre.Edit {
      let posture = theatre.posture(base)!
      let turn = number / 3
      switch number % 3 {
      case 0 where !posture.forces.isEmpty:
        let sites = Set(theatre.postures.flatMap(\.forces).map(\.site)).sorted()
        return .move(
          posture.forces[turn % posture.forces.count].id, to: sites[turn % sites.count])
      case 1 where !posture.sensors.isEmpty:
        return .off(posture.sensors[turn % posture.sensors.count])
      default:
        return .set(
          Address("alert", "decision"), Law(.knowledge, .constant(Double(10 + 10 * turn))))
      }
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
