using SynthData.Batches;

namespace SynthData.Rules.Validation;

/// <summary>Checks one thing of all rows of a table, and counts what breaks it.</summary>
internal interface IRowsCheck
{
    /// <summary>Takes the next rows; every slot the check reads is filled.</summary>
    void Check(Frame frame);

    /// <summary>Says that all rows have passed.</summary>
    void Close(long rows)
    {
    }
}
