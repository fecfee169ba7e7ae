import ArgumentParser
import Kernels
import Quantities

/// `vedette lanchester`: a fight of two sides to the last, exactly; no part of any ladder.
struct LanchesterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lanchester",
    abstract:
      "Who is left of two sides that fight to the last, by Lanchester's laws as a Markov chain.",
    discussion:
      "Exact, for wargame designers; no scenario and no figure of a briefing uses it. Rates are yours: nobody publishes any for a war to come."
  )

  @Option(help: "Units of the first side, 1 to 20000.") var first: Int
  @Option(help: "Units of the second side, 1 to 20000.") var second: Int
  @Option(help: "Units of the second side that one of the first puts out of action in a day.")
  var firstRate = 1.0
  @Option(help: "Units of the first side that one of the second puts out of action in a day.")
  var secondRate = 1.0
  @Option(help: "square (aimed fire) or linear (fire into an area).") var law: Law = .square
  @Flag(help: "Print as JSON.") var json = false

  enum Law: String, ExpressibleByArgument, CaseIterable {
    case square, linear

    var rule: Lanchester.Law { self == .square ? .square : .linear }
  }

  func validate() throws {
    for (name, count) in [("--first", first), ("--second", second)]
    where !(1...20_000).contains(count) {
      throw ValidationError("\(name) \(count): expected 1 to 20000")
    }
    for (name, rate) in [("--first-rate", firstRate), ("--second-rate", secondRate)]
    where !(0...1e6).contains(rate) {
      throw ValidationError("\(name) \(rate): expected 0 to 1000000")
    }
    if firstRate == 0 && secondRate == 0 {
      throw ValidationError("--first-rate and --second-rate: nobody fires")
    }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let fight = Lanchester(
        first: first, second: second, firstRate: firstRate, secondRate: secondRate,
        law: law.rule)
      let left = fight.meanLeft
      let most = [0.9, 0.5, 0.1].map { fight.firstLeft(atLeastIn: $0) }
      let values: [(String, Json)] = [
        ("law", .string(law.rawValue)), ("first_wins", .number(fight.firstWins)),
        ("first_left_mean", .number(left.first)), ("second_left_mean", .number(left.second)),
        ("first_left_in_90_percent", .integer(most[0])),
        ("first_left_in_50_percent", .integer(most[1])),
        ("first_left_in_10_percent", .integer(most[2])),
      ]
      try Terminal.print(
        json
          ? Json.object(values).text + "\n"
          : """
          \(first) against \(second), \(law.rawValue) law
            the first side is left in \(Json.short((fight.firstWins * 10_000).rounded() / 100)) of 100 fights
            mean number left: \(Json.short((left.first * 10).rounded() / 10)) of the first, \(Json.short((left.second * 10).rounded() / 10)) of the second side
            no fewer of the first in 90, 50, 10 of 100 fights: \(most.map(String.init).joined(separator: ", "))

          """)
    }
  }
}
