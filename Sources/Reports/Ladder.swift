internal import Scenarios
public import Theatre
public import Warnings

/// The warning of one place, posture by posture, class by class.
public struct Ladder: Sendable {
  let results: Results
  let theatre: Theatre
  /// Classes of threat, fastest first.
  let classes: [String]
  private let index: [String: Figure]

  public init(results: Results, theatre: Theatre, classes: [String]) {
    (self.results, self.theatre, self.classes) = (results, theatre, classes)
    index = Dictionary(uniqueKeysWithValues: results.figures.map { ($0.id, $0) })
  }

  /// A figure of a place, by its parts.
  public func figure(
    _ place: String, _ quantity: String, _ threat: String?, _ posture: String, _ statistic: String
  ) -> Figure? {
    let name = threat.map { "\(quantity).\($0)" } ?? quantity
    return index["tactical/\(place)/\(name)/\(posture)/\(statistic)"]
  }

  func figure(id: String) -> Figure? { index[id] }

  /// Whether a class reaches a place in at least half the draws.
  public func reaches(_ place: String, _ threat: String?, _ posture: String) -> Bool {
    (figure(place, "warning", threat, posture, "out-of-reach")?.estimate.value ?? 1) <= 0.5
  }

  /// The ladder as plain text.
  public func text(of place: String) -> String {
    let name = theatre.places.first { $0.id == place }?.name ?? place
    var text = "\(name): warning = arrival − alert; shares before times, P10 before the median\n"
    for threat in classes {
      text += "\n\(threat)\n"
      text += row("posture", ["reached", "no alert", "enough", "P10", "median", "P90", "flight"])
      for posture in theatre.postures {
        func figure(_ statistic: String) -> Figure? {
          self.figure(place, "warning", threat, posture.id, statistic)
        }
        let reached = 1 - (figure("out-of-reach")?.estimate.value ?? 1)
        text += row(
          posture.id,
          [
            Words.percent(reached), Words.share(figure("no-alert")), Words.share(figure("enough")),
            Words.time(figure("p10")), Words.time(figure("median")), Words.time(figure("p90")),
            Words.time(self.figure(place, "flight", threat, posture.id, "median")),
          ])
      }
    }
    for question in theatre.questions {
      let pair = "\(question.before.value)~\(question.after.value)"
      let change = classes.map { threat in
        "\(threat) \(Words.change(figure(place, "warning", threat, pair, "median")))"
      }
      text += "\n\(question.words) (\(pair)): \(change.joined(separator: ", "))"
    }
    return text
      + "\n\nseed \(results.seed), \(results.replicates) × \(results.draws) draws, "
      + "vedette \(results.version)\n"
  }

  private func row(_ head: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return "  " + padded(head, 18) + cells.map { padded($0, 13) }.joined() + "\n"
  }
}
