const FIELDS =
  '教育 卫生 文化 体育 旅游 交通 水利 能源 林业 渔业 商贸 物流 金融 科技 养老 托育 就业 社保 住房 环保'.split(' ');

/** A short report of a made-up county, as long as the reading needs to know it for one. */
export function reportOf({ county = '清溪县', year = 2019, growth = 8, more = '' } = {}): string {
  return `${year}年${county}人民政府工作报告

——${year}年1月8日在${county}第十七届人民代表大会第三次会议上

各位代表：

现在，我代表${county}人民政府，向大会报告政府工作，请予审议，并请各位政协委员提出意见。

一、${year - 1}年工作回顾

过去一年，全县地区生产总值增长${growth}%，一般公共预算收入增长${growth + 1}%，城镇居民人均可支配收入增长${growth - 1}%。我们加快推进项目建设，完善基础设施，推动产业升级，强化要素保障。

脱贫攻坚成效明显。全县完成易地搬迁三百户，加强村级道路管护，实施饮水安全工程，深化“清溪茶”品牌建设。

二、${year}年工作安排

${year}年全县经济社会发展的主要预期目标是：地区生产总值增长${growth + 0.5}%左右，固定资产投资增长12%。

（一）加快乡村振兴。推进农村人居环境整治，加强高标准农田建设，提升粮食综合生产能力。

${FIELDS.map((field) => `加快${field}发展，完善${field}设施，提升${field}质量，强化${field}保障，推动${field}工作再上新台阶。`).join('\n\n')}

（二）优化营商环境。深化放管服改革，推动政务服务一网通办，支持民营企业发展。
${more}
各位代表！让我们在县委的坚强领导下，同心协力，为建设美好${county}而努力奋斗！
`;
}
