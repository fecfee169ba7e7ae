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
  /// Names of the parts of the headline's change.
  let partNames: [String]

  public init(results: Results, theatre: Theatre, classes: [String]) {
    (self.results, self.theatre, self.classes) = (results, theatre, classes)
    index = Dictionary(uniqueKeysWithValues: results.figures.map { ($0.id, $0) })
    var names: [String] = []
    for figure in results.figures where figure.parts[2].hasPrefix("part-of-change") {
      let name = String(figure.parts[4])
      if !names.contains(name) { names.append(name) }
    }
    partNames = names
  }

  /// A figure of a place, by its parts.
  public func figure(
    _ place: String, _ quantity: String, _ threat: String?, _ posture: String, _ statistic: String
  ) -> Figure? {
    let name = threat.map { "\(quantity).\($0)" } ?? quantity
    return index["tactical/\(place)/\(name)/\(posture)/\(statistic)"]
  }

  func figure(id: some StringProtocol) -> Figure? { index[String(id)] }

  /// Whether a class reaches a place in at least half the draws.
  public func reaches(_ place: String, _ threat: String?, _ posture: String) -> Bool {
    (figure(place, "warning", threat, posture, "out-of-reach")?.estimate.value ?? 1) <= 0.5
  }

  /// The ladder as plain text.
  public func text(of place: String) -> String {
    let name = theatre.places.first { $0.id == place }?.name ?? place
    var text = "\(name): warning = arrival − alert; shares before times, P10 before the median\n"
    text += strategic
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
    text += details(of: place)
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

  /// Weeks of warning of an attack: the same for every place, as a purpose has none.
  private var strategic: String {
    guard results.strategic != nil else { return "" }
    var text = "\nattack, strategic: the same for the whole region\n"
    text += row("posture", ["no alarm", "P10", "median", "P90", "preparation"])
    for posture in theatre.postures {
      func figure(_ quantity: String, _ statistic: String) -> Figure? {
        index["strategic/region/\(quantity)/\(posture.id)/\(statistic)"]
      }
      text += row(
        posture.id,
        [Words.share(figure("warning.attack", "no-alert"))]
          + ["p10", "median", "p90"].map { Words.days(figure("warning.attack", $0)) }
          + [Words.days(figure("preparation.attack", "median"))])
    }
    return text
  }

  /// Night, the worst case, early notice, alarms and chances to intercept; what is out of reach.
  private func details(of place: String) -> String {
    var text = ""
    for posture in theatre.postures {
      func figure(_ quantity: String, _ threat: String?, _ statistic: String) -> Figure? {
        self.figure(place, quantity, threat, posture.id, statistic)
      }
      func value(_ figure: Figure?, _ unit: String) -> String {
        figure?.estimate.value.map { "\(($0 * 10).rounded() / 10)\(unit)" } ?? "–"
      }
      text += "\n\(posture.id)\n"
      for threat in classes {
        if let missing = figure("shortfall", threat, "median"), !reaches(place, threat, posture.id)
        {
          text += "  \(threat): out of reach, by \(value(missing, " km")) in the median draw\n"
          continue
        }
        guard reaches(place, threat, posture.id) else { continue }
        text +=
          "  \(threat): enough at night \(Words.share(figure("warning", threat, "enough-at-night")))"
        if let worst = figure("worst-warning", threat, "median") {
          text +=
            "; worst of the other side's choices: no alert "
            + "\(Words.share(figure("worst-warning", threat, "no-alert"))), P10 "
            + "\(Words.time(figure("worst-warning", threat, "p10"))), median \(Words.time(worst))"
        }
        text += "\n"
      }
      var all: [String] = []
      if let notice = figure("notice", nil, "median") {
        all.append(
          "early notice before arrival, P10 \(Words.time(figure("notice", nil, "p10"))), median "
            + Words.time(notice))
      }
      if let hours = figure("alarm-hours", nil, "median") {
        all.append(
          "a person's alarms in a month of raids, median \(value(hours, " h")), in vain "
            + value(figure("alarms-in-vain", nil, "median"), ""))
      }
      if let chance = figure("interception-chances", nil, "at-least-one") {
        all.append("a chance to intercept in \(Words.share(chance)) of draws")
      }
      if !all.isEmpty { text += "  all threats: \(all.joined(separator: "; "))\n" }
    }
    let head = theatre.headline
    let pair = "\(head.before.value)~\(head.after.value)"
    for threat in classes {
      let parts = self.parts(place, threat, pair)
      guard !parts.isEmpty else { continue }
      let words = parts.map { "\($0.name) \(Words.change($0.figure))" }
      text += "\n\(pair), \(threat), part by part: \(words.joined(separator: ", "))\n"
    }
    return text
  }

  /// The parts of a change at a place, in the order of the scenario.
  func parts(_ place: String, _ threat: String?, _ pair: String) -> [(name: String, figure: Figure)]
  {
    let quantity = threat.map { "part-of-change.\($0)" } ?? "part-of-change"
    let head = "tactical/\(place)/\(quantity)/\(pair)/"
    return partNames.compactMap { name in index[head + name].map { (name, $0) } }
  }

  /// The force that decides a place's warning most often, and how often.
  func deciding(
    _ place: String, _ threat: String, _ posture: Theatre.Posture
  ) -> (force: Theatre.Force, figure: Figure)? {
    posture.forces.compactMap { force in
      figure(place, "deciding-\(force.id)", threat, posture.id, "share").map { (force, $0) }
    }
    .max { ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id) }
  }

  private func row(_ head: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return "  " + padded(head, 18) + cells.map { padded($0, 13) }.joined() + "\n"
  }
}
