namespace SynthData.Sources.Local.Entities;

/// <summary>How telephone numbers of a country are made and written.</summary>
internal interface IPhoneFormat
{
    /// <summary>How many different numbers a unique column can have.</summary>
    long Capacity { get; }

    /// <summary>Writes a number made of a word.</summary>
    void Add(ulong word, ref CellWriter writer);

    /// <summary>Writes the number of a tag below <see cref="Capacity"/>; different tags give different numbers.</summary>
    void AddTagged(long tag, ref CellWriter writer);
}
