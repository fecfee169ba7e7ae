public import Quantities

extension Document {
  /// One of several hands that an order passes through: whom it waits for, and against which classes it has a say.
  ///
  /// Its claims stand at `alert.COUNTRY.ID.takes`, `.timeout` and `.answers`.
  public struct Hand: Identifiable, Sendable {
    public let id: String
    /// Hands that it waits for; nil is the one written before it.
    public let waitsFor: [Written<String>]?
    /// Classes as a log of alerts calls them; empty for all.
    public let against: [String]
    public let span: Span

    public func hasSay(against threat: String) -> Bool {
      against.isEmpty || against.contains(threat)
    }
  }
}

/// `hands:` of a country's chain.
extension DocumentReader {
  /// Words of a hand beside its fields.
  static let handWords = ["id", "waits_for", "against"]

  mutating func readHands(
    of owner: String, _ entry: NodeReader.Entry, _ reader: inout NodeReader
  ) -> [Document.Hand] {
    var hands: [Document.Hand] = []
    for node in reader.items(entry.node, "hands") {
      let parts = reader.entries(node, "a hand")
      guard let name = parts.first(where: { $0.key == "id" }),
        let id = reader.text(name.node, "id"), reader.identifier(id, "id", reader.span(name.node))
      else {
        reader.report(node, "a hand: 'id' is missing", help: "as in {id: air-command, takes: …}")
        continue
      }
      checkName(id, reader.span(name.node), hands.map(\.id), &reader)
      _ = readFields(
        parts.filter { !DocumentReader.handWords.contains($0.key) }, of: vocabulary.hand, owner: id,
        reader.span(node), &reader
      ) { Address("alert", "\(owner).\(id)", $0) }
      hands.append(
        Document.Hand(
          id: id,
          waitsFor: parts.first { $0.key == "waits_for" }.map { entry in
            waited(entry, hands.map(\.id), &reader)
          },
          against: parts.first { $0.key == "against" }.map { entry in
            reader.items(entry.node, "against").compactMap {
              reader.choice($0, "class of threat", vocabulary.practice.map(\.threat))
            }
          } ?? [], span: reader.span(node)))
    }
    return hands
  }

  /// Hands that one waits for: an earlier one each, so that nobody waits for who waits for them.
  private func waited(
    _ entry: NodeReader.Entry, _ earlier: [String], _ reader: inout NodeReader
  ) -> [Document.Written<String>] {
    reader.texts(entry.node, "waits_for").filter { name in
      if earlier.contains(name.value) { return true }
      reader.unknown(name.value, "hand written before this one", name.span, known: earlier)
      return false
    }
  }

  private func checkName(
    _ id: String, _ span: Span, _ earlier: [String], _ reader: inout NodeReader
  ) {
    if earlier.contains(id) {
      reader.report(span, "hand '\(id)' stands twice")
    } else if document.channels.contains(id)
      || vocabulary.practice.contains(where: { $0.threat == id })
    {
      reader.report(span, "'\(id)' is the name of a channel or a class of threat, not of a hand")
    }
  }
}
