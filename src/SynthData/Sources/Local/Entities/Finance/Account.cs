namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>What decides the numbers of one bank account.</summary>
/// <param name="Bank">The bank's code in its country.</param>
/// <param name="Bic">The bank's BIC.</param>
/// <param name="Branch">0 to 99,999; formats without branches leave it out.</param>
/// <param name="Place">Which account, below the format's capacity.</param>
internal readonly record struct Account(string Bank, string Bic, int Branch, long Place);
