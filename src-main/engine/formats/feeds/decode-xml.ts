import { decode } from '../../decode/decode'
import { declaredCharset } from '../html-charset'

/** The text of an XML document in the encoding it declares. */
export async function decodeXml(bytes: Buffer): Promise<string> {
  return (await decode(bytes, declaredCharset(bytes) ?? 'utf-8')).text.replace(/^\ufeff/, '')
}
