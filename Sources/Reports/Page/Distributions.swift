internal import Findings
internal import Quantities
internal import Theatre

/// Warnings before and after on one axis, a picture a class, and where the minutes go.
extension PageWriter {
  mutating func distributions() -> String {
    var out = PageWriter.inSeconds
    for threat in classes {
      let groups = theatre.focus.compactMap { group($0, threat) }
      guard !groups.isEmpty else { continue }
      let title = "Warning of \(theatre.plural(threat))"
      let text = groups.map { group in
        "\(group.name): "
          + group.rows.map {
            "\($0.posture) \($0.marks.map(\.words).joined(separator: ", "))"
          }.joined(separator: "; ")
      }.joined(separator: ". ")
      let id = "dots-\(threat)"
      let picture = DotPlot(groups).picture(id: id, title: title, text: text)
      out += figure(
        picture, legend: postureKeys(compared),
        "\(title) before arrival. Each dot is one draw in twenty; dots left of the axis are draws "
          + "without any alert; left of zero the alert comes after the arrival. Triangle: median; "
          + "strokes: P10 and P90; thin black bar: computing error, 95 %.")
    }
    return out
  }

  private static let inSeconds =
    "<p>Elsewhere a change is told as sirens that come first, of 100 attacks, from the same draws before and after. Here the same warnings "
    + "stand in seconds: the difference of two medians is not the median of the differences, so that numbers read off here need not "
    + "agree with those.</p>"

  private func group(_ place: Theatre.Place, _ threat: String) -> Panel<DotPlot.Row>.Group? {
    let rows = compared.compactMap { posture -> DotPlot.Row? in
      guard ladder.reaches(place.subject, threat, posture) else { return nil }
      func warning(_ statistic: Statistic) -> Figure? {
        ladder.figure(place.subject, TacticalFigures.warning, threat, posture, statistic)
      }
      let dots = Statistic.dots.map { warning($0)?.estimate.value }
      let marks = Statistic.spread.compactMap { statistic -> DotPlot.Mark? in
        guard let figure = warning(statistic) else { return nil }
        let (estimate, name) = (figure.estimate, statistic.name)
        return DotPlot.Mark(
          name: name, value: estimate.value,
          error: estimate.low.flatMap { low in estimate.high.map { (low, $0) } },
          words: "\(statistic == .median ? name : name.uppercased()) \(Words.time(figure))")
      }
      return DotPlot.Row(
        posture: judgements.head(posture), colour: colour(posture), dots: dots, marks: marks)
    }
    return rows.isEmpty ? nil : Panel.Group(name: place.name, rows: rows)
  }

  /// Medians of the marks of the leading class at a place, from launch to arrival; nil where nothing reaches it.
  func momentsOf(_ place: Theatre.Place) -> Panel<LadderPicture.Row>.Group? {
    let rows = compared.compactMap { posture -> LadderPicture.Row? in
      guard ladder.reaches(place.subject, leading, posture) else { return nil }
      let steps = PageWriter.moments.map { name in
        LadderPicture.Step(
          name: name,
          time: ladder.figure(
            place.subject, TacticalFigures.mark.of(name), leading, posture, .median)?.estimate
            .value)
      }
      let figure = ladder.figure(
        place.subject, TacticalFigures.warning, leading, posture, .median)
      return LadderPicture.Row(
        posture: judgements.head(posture), colour: colour(posture), steps: steps,
        words: (figure?.value ?? 0) < 0
          ? "siren \(Words.lateness(figure)) late" : "\(Words.time(figure)) left")
    }
    return rows.isEmpty ? nil : Panel.Group(name: place.name, rows: rows)
  }

  /// Marks of a ladder, in order.
  static let moments = ["detected", "firm", "identified", "localised", "alerted", "arrived"]
}
