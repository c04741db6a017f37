using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Replies;

/// <summary>Reads a model's cell as its column's type and prints it as <see cref="CellText"/> does, or says what is wrong with it.</summary>
/// <remarks>Blanks at the ends are cut and decimals rounded half away from zero to their scale, before any rule sees the value.</remarks>
internal static class CellReader
{
    /// <summary>UTF-16 units that a cell of a spreadsheet holds: the most of a column that names no length.</summary>
    public const int MostCharacters = 32_767;

    private const int MostShown = 80;

    /// <returns>Null when the cell is right and <paramref name="text"/> is its text.</returns>
    public static SlotProblem? Read(ReplyCell cell, PromptColumn column, out string text)
    {
        text = cell.Text.Trim();
        if (cell.IsNull || (text.Length == 0 && column.Length is not { Low: 0 }))
            return Problem(ModelDiagnostics.MissingCell, column.Name);
        if (!IsShapeOf(cell, column.Type) || !TryNormalise(ref text, column.Type))
            return Problem(ModelDiagnostics.WrongType, column.Name, Shown(cell), TypeWords.For(column.Type));
        if (CellCharacters.FirstUnfit(text) is { } unfit)
            return Problem(UnsolvedDiagnostics.UnfitCharacter, column.Name, unfit);
        if (column.Length is { } length && column.Type.IsText)
        {
            int characters = text.EnumerateRunes().Count();
            if (characters < length.Low || characters > length.High)
                return Problem(ModelDiagnostics.WrongLength, column.Name, characters, length.Low, length.High);
        }
        else if (text.Length > MostCharacters)
        {
            return Problem(UnsolvedDiagnostics.EndlessText, column.Name, text.Length, MostCharacters);
        }

        return null;

        static SlotProblem Problem(DiagnosticDescriptor descriptor, string column, params object?[] rest) =>
            SlotProblem.Of(descriptor, column, [column, .. rest]);
    }

    /// <summary>A value in quotes, cut where it is long.</summary>
    public static string Shown(string text) => text.Length <= MostShown ? $"'{text}'" : $"'{CellCharacters.Beginning(text, MostShown)}…'";

    private static string Shown(ReplyCell cell) => cell.IsText ? Shown(cell.Text) : Shown(cell.Text).Trim('\'');

    // A text column takes no list or object, and only JSON columns take those.
    private static bool IsShapeOf(ReplyCell cell, ColumnType type) =>
        cell.IsText || type.Kind == ColumnKind.Json || cell.Text[0] is not ('{' or '[');

    private static bool TryNormalise(ref string text, ColumnType type)
    {
        if (type.Kind == ColumnKind.Decimal)
        {
            const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (!decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out decimal value))
                return false;
            text = Math.Round(value, type.Scale, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        }

        var column = Column.For(type);
        column.Reset(1);
        if (!CellText.TryParse(text, type, column, 0))
            return false;
        text = CellText.Format(column, 0, type);
        return true;
    }
}
