namespace SynthData.Diagnostics;

/// <summary>Names a place in a file a person wrote. Line and column count from 1, columns in UTF-16 units.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>Prints the position as editors and MSBuild read it: <c>file(line,column)</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}
