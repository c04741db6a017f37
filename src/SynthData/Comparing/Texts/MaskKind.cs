namespace SynthData.Comparing.Texts;

/// <summary>What stands in a text for what was masked.</summary>
internal enum MaskKind : byte
{
    None,
    Name,
    Date,
    Number,
}
