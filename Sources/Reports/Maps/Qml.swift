/// Styles as QGIS reads them: beside a file under the same name, or in a GeoPackage's table.
public enum Qml {
  /// Colours by the text of a field.
  ///
  /// - Parameter classes: value, words and colour as `#rrggbb`, in the order of the legend.
  public static func categories(
    field: String, _ classes: [(value: String, words: String, fill: String)]
  ) -> String {
    let categories = classes.enumerated().map { index, part in
      "<category render=\"true\" symbol=\"\(index)\" value=\"\(Html.escape(part.value))\" "
        + "label=\"\(Html.escape(part.words))\" type=\"string\"/>"
    }
    let symbols = classes.enumerated().map { index, part in
      "<symbol type=\"fill\" name=\"\(index)\" alpha=\"0.85\" clip_to_extent=\"1\" force_rhr=\"0\">"
        + "<layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">"
        + "<prop k=\"color\" v=\"\(rgb(part.fill))\"/><prop k=\"style\" v=\"solid\"/>"
        + "<prop k=\"outline_color\" v=\"28,34,39,80\"/><prop k=\"outline_style\" v=\"solid\"/>"
        + "<prop k=\"outline_width\" v=\"0.1\"/><prop k=\"outline_width_unit\" v=\"MM\"/>"
        + "</layer></symbol>"
    }
    return head
      + "<renderer-v2 type=\"categorizedSymbol\" attr=\"\(Html.escape(field))\" "
      + "enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">"
      + "<categories>\(categories.joined())</categories><symbols>\(symbols.joined())</symbols>"
      + "</renderer-v2></qgis>\n"
  }

  /// Colours by the value of a raster's first band, in steps.
  ///
  /// - Parameter steps: upper bound, words and colour, ascending; the last one has no bound.
  public static func steps(_ steps: [(upTo: Double, words: String, fill: String)]) -> String {
    let items = steps.map {
      "<item value=\"\($0.upTo.isFinite ? "\($0.upTo)" : "inf")\" label=\"\(Html.escape($0.words))\" "
        + "color=\"\($0.fill)\" alpha=\"255\"/>"
    }
    return head + "<pipe><rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"0.8\" "
      + "alphaBand=\"-1\" nodataColor=\"\"><rastershader><colorrampshader "
      + "colorRampType=\"DISCRETE\" classificationMode=\"1\" clip=\"0\">\(items.joined())"
      + "</colorrampshader></rastershader></rasterrenderer></pipe></qgis>\n"
  }

  private static let head =
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"Symbology\">"

  private static func rgb(_ colour: String) -> String {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return "\(value >> 16),\(value >> 8 & 255),\(value & 255),255"
  }
}
