import Findings
import Quantities
public import Reports
import Theatre

extension PageSection {
  /// A section that is only a test: this file, and one line in a list of sections.
  public static let toy = PageSection("toy", "A toy <section>") { page in
    let rows = page.theatre.places.map { place in
      [
        Markup(place.name),
        page.number(
          FigureID(place.subject, ToyQuantity.march, .posture("calm"), .median)),
      ]
    }
    return Markup.paragraph(Markup("How long a \"column\" marches."))
      + Markup.table("March", ["Place", "Median"], rows)
  }
}
