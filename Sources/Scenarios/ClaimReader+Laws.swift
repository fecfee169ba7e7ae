internal import Quantities
internal import Yams

extension ClaimReader {
  /// What `law:` says.
  func law(
    _ node: Node, _ entries: [String: NodeReader.Entry], _ field: Field,
    _ reader: inout NodeReader
  ) -> Distribution? {
    let names = ["uniform", "normal", "lognormal", "choice", "empirical"]
    guard let name = reader.choice(entries["law"]!.node, "law", names) else { return nil }
    func read(_ key: String) -> Double? {
      guard let entry = entries[key] else {
        reader.report(node, "\(name): '\(key)' is missing")
        return nil
      }
      return reader.quantity(entry.node, key, units: field.units, in: field.range)
    }
    switch name {
    case "uniform":
      guard let low = read("low"), let high = read("high") else { return nil }
      guard low < high else {
        reader.report(node, "uniform: low must be below high")
        return nil
      }
      return .uniform(low: low, high: high)
    case "normal": return normal(node, entries, field, &reader)
    case "lognormal":
      guard let median = read("median"), median > 0, let factor = entries["factor"],
        let ratio = reader.quantity(factor.node, "factor", units: Ratio.units, in: 1...100),
        ratio > 1
      else {
        reader.report(node, "lognormal: expected a median above 0 and a factor above 1")
        return nil
      }
      return .lognormal(median: median, factor: ratio)
    case "choice": return choice(node, entries, field, &reader)
    default: return empirical(node, entries, field, &reader)
    }
  }

  private func normal(
    _ node: Node, _ entries: [String: NodeReader.Entry], _ field: Field,
    _ reader: inout NodeReader
  ) -> Distribution? {
    guard let mean = entries["mean"], let spread = entries["spread"] else {
      reader.report(node, "normal: expected a mean and a spread above 0")
      return nil
    }
    guard
      let middle = reader.quantity(mean.node, "mean", units: field.units, in: field.range),
      let width = reader.quantity(spread.node, "spread", units: field.units, in: field.spreads)
    else { return nil }
    guard width > 0 else {
      reader.report(node, "normal: expected a mean and a spread above 0")
      return nil
    }
    return .normal(mean: middle, spread: width)
  }

  private func choice(
    _ node: Node, _ entries: [String: NodeReader.Entry], _ field: Field,
    _ reader: inout NodeReader
  ) -> Distribution? {
    let values = entries["values"].map { reader.items($0.node, "values") } ?? []
    let numbers = values.compactMap {
      reader.quantity($0, "values", units: field.units, in: field.range)
    }
    var weights = Array(repeating: 1.0, count: numbers.count)
    if let entry = entries["weights"] {
      weights = reader.items(entry.node, "weights").compactMap {
        reader.quantity($0, "weights", units: Ratio.units, in: 0...1e6)
      }
    }
    guard !numbers.isEmpty, numbers.count == values.count, weights.count == numbers.count,
      weights.contains(where: { $0 > 0 })
    else {
      reader.report(node, "choice: expected values and as many weights, one of them above 0")
      return nil
    }
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    return .choice(order.map { numbers[$0] }, weights: order.map { weights[$0] })
  }

  private func empirical(
    _ node: Node, _ entries: [String: NodeReader.Entry], _ field: Field,
    _ reader: inout NodeReader
  ) -> Distribution? {
    guard let entry = entries["file"], let name = reader.text(entry.node, "file") else {
      reader.report(node, "empirical: 'file' is missing")
      return nil
    }
    if let refusal = Gate.fileName(name) {
      reader.report(entry.node, refusal)
      return nil
    }
    guard let file = numbers[name] else {
      reader.report(entry.node, "no file '\(name)' in the scenario's folder")
      return nil
    }
    guard case .success(let text) = Gate.text(file) else {
      reader.report(entry.node, "'\(name)' is not plain UTF-8 text")
      return nil
    }
    let table = Table(text, file: name, diagnostics: &reader.diagnostics)
    let numbers = table.rows.compactMap {
      reader.quantity(
        $0[0].text, $0[0].span, "value", units: field.units, in: field.range)
    }
    guard numbers.count == table.rows.count, numbers.count >= 2 else {
      reader.report(entry.node, "'\(name)' must hold a header and at least two values")
      return nil
    }
    return .empirical(numbers.sorted())
  }
}
