import ArgumentParser
import Quantities
import Vedette

/// `vedette measure`: how fast the flights of this build are; what `make bench` prints.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Time flights of every class on one core.")

  @Option(help: "Seconds for each class.") var seconds = 1.0
  @Flag(help: "Print as JSON.") var json = false

  func validate() throws {
    guard (0.01...60).contains(seconds) else {
      throw ValidationError("--seconds \(seconds): expected 0.01 to 60")
    }
  }

  func run() async throws {
    let clock = ContinuousClock()
    var rows: [(name: String, perSecond: Double)] = []
    for subject in FlightTiming.subjects {
      let start = clock.now
      var flights = 0
      while clock.now - start < .seconds(seconds) { flights += subject.fly() }
      let taken = (clock.now - start) / .seconds(1)
      rows.append((subject.name, Double(flights) / taken))
    }
    if json {
      Terminal.print(
        Json.object(rows.map { ($0.name, .number($0.perSecond.rounded())) }).text + "\n")
    } else {
      for row in rows { Terminal.print("\(row.name): \(Int(row.perSecond)) flights a second\n") }
      Terminal.print("one core; check sum \(FlightTiming.landing()) m\n")
    }
  }
}
